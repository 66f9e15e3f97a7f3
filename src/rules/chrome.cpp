#include <mondegreen/impl/rules/chrome.ipp>
