// Version, mode switch and ABI namespace. Every other header starts here.
#pragma once

/// The version of the library, written here and nowhere else: CMake, Conan and pyproject read it.
#define MONDEGREEN_VERSION_MAJOR 0
#define MONDEGREEN_VERSION_MINOR 1
#define MONDEGREEN_VERSION_PATCH 0
#define MONDEGREEN_VERSION "0.1.0"

// The two modes live in differently named inline namespaces, so a program that mixes them gets a link error that
// names the mode, and not two copies of one function that disagree at run time.
#ifdef MONDEGREEN_HEADER_ONLY
#define MONDEGREEN_ABI v0_header_only
#define MONDEGREEN_INLINE inline
#else
#define MONDEGREEN_ABI v0
#define MONDEGREEN_INLINE
#endif
