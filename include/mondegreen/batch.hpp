// Many inputs on all cores, their results in input order.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI {

/// How many threads `run_in_order` starts when asked for 0: as many as the machine runs at once, at least 1.
unsigned usable_threads() noexcept;

/// Calls `work(own, i)` for every i below `count` on up to `threads` threads, and `done(own, i)` on the calling thread,
/// in order, once `work` of that index has returned. Work runs at most a few items ahead of `done`, so results waiting
/// their turn take bounded memory. With one thread everything happens on the calling thread. The threads take no
/// signals: those stay with the threads of the program. An exception of `work` is thrown again in place of its `done`;
/// nothing further is started then.
void run_in_order(std::size_t count, unsigned threads, void (*work)(void* own, std::size_t index),
                  void (*done)(void* own, std::size_t index), void* own);

/// The same with two functions of an index.
///
///     std::vector<reading> talks(paths.size());
///     for_each_in_order(paths.size(), 0, [&](auto i) { talks[i] = load(paths[i]); }, [&](auto i) { show(talks[i]); });
template <class Work, class Done>
void for_each_in_order(std::size_t count, unsigned threads, Work&& work, Done&& done) {
  struct both {
    Work& work;
    Done& done;
  } functions{work, done};
  run_in_order(
      count, threads, [](void* own, std::size_t index) { static_cast<both*>(own)->work(index); },
      [](void* own, std::size_t index) { static_cast<both*>(own)->done(index); }, &functions);
}

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/batch.ipp>
#endif
