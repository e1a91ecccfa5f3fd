# make        build build/candor                 make demo     the brief on the example, and where its page is
# make test   every test, gates included         make check    the gates alone
# make bench  measured ratios                    make install  into PREFIX (/usr/local)
# Missing Debian packages (packages.txt) are installed first, with sudo where that is needed.

BUILD ?= build
PREFIX ?= /usr/local
NINJA = ninja -C $(BUILD)

all: $(BUILD)/build.ninja
	@$(NINJA) candor

$(BUILD)/build.ninja: packages.txt
	@tools/setup
	@test -f $@ || meson setup $(BUILD) --prefix $(PREFIX) >/dev/null
	@touch $@

demo: all
	@tools/demo $(BUILD)/candor

test: $(BUILD)/build.ninja
	@tools/test

check: $(BUILD)/build.ninja
	@tools/check

bench: all
	@tools/bench $(BUILD)

install: all
	@meson install -C $(BUILD) --quiet

clean:
	rm -rf $(BUILD) build-asan build-clang

.PHONY: all demo test check bench install clean
