// One header with an implementation that needs ICU and fmt; quick to compile in header-only mode.
#include <mondegreen/decode.hpp>

#include <cstdio>

int main() {
  auto const text = mondegreen::decode("caf\xE9 cr\xE8me", "menu.txt", "windows-1252");
  if (!text) return 1;
  std::puts(std::string(text->text->text()).c_str());
  return text->text->text() == "café crème" ? 0 : 1;
}
