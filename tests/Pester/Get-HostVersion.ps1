# The version of this PowerShell and its folder, as JSON for the xunit runner.
$version = $PSVersionTable.PSVersion
@{ PowerShell = "$($version.Major).$($version.Minor).$($version.Patch)"; Home = $PSHOME } | ConvertTo-Json
