// The forms of a check's report.
#pragma once

#include <mondegreen/check.hpp>

#include <span>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

std::string text_report(std::span<checked const> files);
std::string json_report(std::span<checked const> files);
std::string csv_report(std::span<checked const> files);
std::string sarif_report(std::span<checked const> files);
std::string junit_report(std::span<checked const> files);
std::string html_report(std::span<checked const> files);

/// "54 > 42", or what there is of it.
std::string compared(mondegreen::finding const& of);

/// Where a finding stands in its file; line 1, column 1 if nowhere.
position place_of(checked const& file, mondegreen::finding const& of);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/check/html_report.ipp>
#include <mondegreen/impl/check/report.ipp>
#endif
