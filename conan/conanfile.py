"""Conan 2 recipe: `conan create conan` from the root of the project.

Boost, ICU, fmt, nlohmann_json, pugixml and toml++ are private: they show in no public header. A consumer of the compiled library gets
the CMake package that `cmake --install` makes, so there is one description of the targets and not two.
"""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain
from conan.tools.files import copy, load

required_conan_version = ">=2.10"


class MondegreenRecipe(ConanFile):
    name = "mondegreen"
    description = "From a raw timestamped transcript to subtitles a professional would sign"
    license = "Apache-2.0"
    topics = ("subtitles", "srt", "webvtt", "transcript", "phonetics")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "header_only": [True, False]}
    default_options = {"shared": False, "fPIC": True, "header_only": False}
    # These two set package_type, drop fPIC and clear the package id, as every recipe of this kind does.
    implements = ["auto_shared_fpic", "auto_header_only"]

    def set_version(self):
        # Written once, in config.hpp.
        root = os.path.join(self.recipe_folder, "..")
        header = load(self, os.path.join(root, "include", "mondegreen", "config.hpp"))
        self.version = re.search(r'#define MONDEGREEN_VERSION "([0-9.]+)"', header).group(1)

    def export(self):
        # set_version runs again in the cache, where the recipe lies beside this copy.
        copy(self, "config.hpp", os.path.join(self.recipe_folder, "..", "include", "mondegreen"),
             os.path.join(self.export_folder, "..", "include", "mondegreen"))

    def export_sources(self):
        root = os.path.join(self.recipe_folder, "..")
        for pattern in ("CMakeLists.txt", "LICENSE", "include/*", "src/*", "docs/man/*"):
            copy(self, pattern, root, self.export_sources_folder)

    def layout(self):
        self.folders.root = ".."
        self.folders.source = "."
        self.folders.build = os.path.join("build", "conan-build")
        self.folders.generators = os.path.join(self.folders.build, "generators")

    def requirements(self):
        for reference in ("icu/[>=70]", "fmt/[>=9]", "boost/[>=1.74]", "nlohmann_json/[>=3.11]",
                          "pugixml/[>=1.12]", "tomlplusplus/[>=3.3]"):
            self.requires(reference, transitive_headers=bool(self.options.header_only))

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["MONDEGREEN_BUILD_COMPILED"] = not self.options.header_only
        toolchain.cache_variables["MONDEGREEN_BUILD_CLI"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        # The package's own CMake files are the ones to use; generated ones would say the same a second time.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = [os.path.join("lib", "cmake", "mondegreen")]
        if self.options.get_safe("header_only"):
            self.cpp_info.bindirs = []
            self.cpp_info.libdirs = []
            self.cpp_info.defines = ["MONDEGREEN_HEADER_ONLY"]
        else:
            self.cpp_info.libs = ["mondegreen"]
