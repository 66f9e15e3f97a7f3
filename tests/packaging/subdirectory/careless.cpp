// Full of what our own flags call an error.
#include <mondegreen/mondegreen.hpp>

int narrowing(long wide, long unused) {
  int unused_too = 1;
  short narrow = wide;
  return narrow;
}
