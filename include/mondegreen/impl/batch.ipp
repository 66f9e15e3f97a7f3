#pragma once

#include <mondegreen/batch.hpp>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// The state that the threads of one `run_in_order` share.
class ordered_run {
public:
  ordered_run(std::size_t count, std::size_t ahead, void (*work)(void*, std::size_t), void* own)
      : finished_(count, progress::waiting), errors_(count), ahead_(ahead), work_(work), own_(own) {}

  /// What a thread does: takes items until there is none.
  void take_items() noexcept {
    std::unique_lock lock(mutex_);
    for (;;) {
      room_.wait(lock, [&] { return stopped_ || next_ >= finished_.size() || next_ < consumed_ + ahead_; });
      if (stopped_ || next_ >= finished_.size()) return;
      auto const index = next_++;
      lock.unlock();
      std::exception_ptr thrown;
      try {
        work_(own_, index);
      } catch (...) {
        thrown = std::current_exception();
      }
      lock.lock();
      errors_[index] = thrown;
      finished_[index] = progress::finished;
      ready_.notify_one();
    }
  }

  /// Waits for an item and makes room for another; throws what its work threw.
  void await(std::size_t index) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return finished_[index] == progress::finished; });
    if (errors_[index]) std::rethrow_exception(errors_[index]);
  }

  void consumed(std::size_t index) {
    std::lock_guard const lock(mutex_);
    consumed_ = index + 1;
    room_.notify_all();
  }

  void stop() noexcept {
    std::lock_guard const lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

private:
  enum class progress : std::uint8_t {
    waiting,
    finished
  };

  std::mutex mutex_;
  std::condition_variable room_;  ///< for the threads: an item may be taken
  std::condition_variable ready_; ///< for the caller: an item is finished
  std::vector<progress> finished_;
  std::vector<std::exception_ptr> errors_;
  std::size_t next_ = 0;
  std::size_t consumed_ = 0;
  std::size_t ahead_;
  void (*work_)(void*, std::size_t);
  void* own_;
  bool stopped_ = false;
};

/// Threads that end before the run they belong to, also when the caller leaves by an exception.
class thread_team {
public:
  explicit thread_team(ordered_run& run) noexcept : run_(run) {}
  thread_team(thread_team const&) = delete;
  thread_team& operator=(thread_team const&) = delete;
  ~thread_team() {
    run_.stop();
    for (auto& each : threads_) each.join();
  }

  /// A thread inherits the signals its maker blocks.
  void start(unsigned count) {
    threads_.reserve(count);
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    try {
      for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { run_.take_items(); });
    } catch (...) {
      pthread_sigmask(SIG_SETMASK, &before, nullptr);
      if (threads_.empty()) throw; // fewer than asked for will do
      return;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }

private:
  ordered_run& run_;
  std::vector<std::thread> threads_;
};

} // namespace impl

MONDEGREEN_INLINE unsigned usable_threads() noexcept { return std::max(1U, std::thread::hardware_concurrency()); }

MONDEGREEN_INLINE void run_in_order(std::size_t count, unsigned threads, void (*work)(void* own, std::size_t index),
                                    void (*done)(void* own, std::size_t index), void* own) {
  if (threads == 0) threads = usable_threads();
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, count));
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      work(own, i);
      done(own, i);
    }
    return;
  }
  impl::ordered_run run(count, std::size_t{threads} * 2, work, own);
  impl::thread_team team(run);
  team.start(threads);
  for (std::size_t i = 0; i < count; ++i) {
    run.await(i);
    done(own, i);
    run.consumed(i);
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI
