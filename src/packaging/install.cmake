# What `cmake --install` puts where: headers, library, CMake package, pkg-config files, command, manual, completions.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mondegreen)
set(template_dir ${CMAKE_CURRENT_SOURCE_DIR}/src/packaging)

# Two export sets: the compiled library must not drag in the packages that only the header-only one needs.
install(
  TARGETS mondegreen_header_only
  EXPORT mondegreen_header_only
  FILE_SET HEADERS
  FILE_SET implementation
)
install(EXPORT mondegreen_header_only NAMESPACE mondegreen:: FILE mondegreen-header-only-targets.cmake
        DESTINATION ${package_dir})
if(MONDEGREEN_BUILD_COMPILED)
  install(TARGETS mondegreen EXPORT mondegreen FILE_SET HEADERS)
  install(EXPORT mondegreen NAMESPACE mondegreen:: FILE mondegreen-targets.cmake DESTINATION ${package_dir})
  get_target_property(library_type mondegreen TYPE)
else()
  set(library_type "none")
endif()

configure_package_config_file(
  ${template_dir}/mondegreen-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/mondegreen-config.cmake
  INSTALL_DESTINATION ${package_dir}
)
# While the major version is 0 a minor release may break callers: 0.2 does not satisfy who asks for 0.1.
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/mondegreen-config-version.cmake COMPATIBILITY SameMinorVersion
)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/mondegreen-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/mondegreen-config-version.cmake DESTINATION ${package_dir})

# Only one kind of library is installed, so a static one names what it needs at once and not only for `--static`.
set(pc_requires "")
if(library_type STREQUAL "STATIC_LIBRARY")
  set(pc_requires "icu-i18n icu-uc fmt pugixml")
endif()
# The prefix is found from where the file lies, so an installed tree can be moved.
set(pc_dir /${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH pc_up ${pc_dir} /)
cmake_path(APPEND pc_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
cmake_path(APPEND pc_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
set(pc_files mondegreen-header-only)
if(MONDEGREEN_BUILD_COMPILED)
  list(APPEND pc_files mondegreen)
endif()
foreach(pc IN LISTS pc_files)
  configure_file(${template_dir}/${pc}.pc.in ${CMAKE_CURRENT_BINARY_DIR}/${pc}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${pc}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

if(TARGET mondegreen_cli)
  install(TARGETS mondegreen_cli)
  install(FILES docs/man/mondegreen.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  set(completions src/cli/completions)
  install(FILES ${completions}/mondegreen.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME mondegreen)
  install(FILES ${completions}/_mondegreen DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${completions}/mondegreen.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
