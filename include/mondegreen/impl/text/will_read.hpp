// Memory that is about to be read, told to the processor before it is.
#pragma once

#include <mondegreen/config.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A hint; any address will do.
inline void will_read(void const* at) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(at);
#else
  static_cast<void>(at);
#endif
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
