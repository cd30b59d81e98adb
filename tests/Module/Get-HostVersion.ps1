# The versions of this PowerShell and of the newest Pester that it finds (null: none), as JSON for the xunit runner.
$version = $PSVersionTable.PSVersion
$pester = Get-Module -Name Pester -ListAvailable | Sort-Object -Property Version | Select-Object -Last 1

@{
    PowerShell = "$($version.Major).$($version.Minor).$($version.Patch)"
    Pester = if ($pester) { "$($pester.Version)" }
} | ConvertTo-Json
