// schema: numbered migrations; entry i brings a database from version i to i + 1.
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

extern const char *const schema_migrations[];
extern const int schema_version;

#endif
