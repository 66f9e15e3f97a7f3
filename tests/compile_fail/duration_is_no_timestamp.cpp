// error: could not convert|no viable conversion|cannot convert|no known conversion
// A length of time is no point in time, and a plain number is neither.
#include <mondegreen/timestamp.hpp>

mondegreen::timestamp later(mondegreen::timestamp when) {
#ifdef MUST_NOT_COMPILE
  return when - mondegreen::timestamp{5};
#else
  return when - mondegreen::duration{5};
#endif
}
