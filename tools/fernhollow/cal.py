"""Dates of the story: working days, months, fiscal quarter ends."""

from datetime import date, timedelta

AS_OF = date(2025, 11, 30)
MONTHS = "January February March April May June July August September October November December".split()
FIRST_CREATED = date(2022, 12, 1)


def day(text):
    return date.fromisoformat(text)


def plus(when, days):
    return when + timedelta(days=days)


def workday(when):
    """The same day, or the Friday before a weekend, never in another month."""
    back = max(0, when.weekday() - 4)
    moved = plus(when, -back)
    return moved if moved.month == when.month else plus(when, 7 - when.weekday())


def month_days(year, month):
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - first).days


def months(first, last):
    """Every (year, month) from first to last, both included."""
    year, month = first
    while (year, month) <= last:
        yield year, month
        year, month = year + month // 12, month % 12 + 1


def quarter_end(month):
    """The fiscal year starts in February, so quarters end in January, April, July, October."""
    return month % 3 == 1


def fiscal_quarter(when):
    """'FY26Q4' for November 2025 to January 2026."""
    shifted = when.month - 2
    year = when.year + (1 if shifted >= 0 else 0)
    return f"FY{year % 100:02d}Q{shifted % 12 // 3 + 1}"
