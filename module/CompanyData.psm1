# Each new kind of expression costs every import a millisecond or two, so there are few here.
$isCore = $PSEdition -eq 'Core'
if ($isCore -and [Environment]::Version.Major -lt 8) {
    throw "CompanyData needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is PowerShell $($PSVersionTable.PSVersion). " +
        'Install a current one: https://aka.ms/powershell'
}

# COMPANYDATA_VARIANT is for tests: it runs the Windows PowerShell variant on PowerShell 7.
$variant = if ($env:COMPANYDATA_VARIANT) { $env:COMPANYDATA_VARIANT } elseif ($isCore) { 'net8.0' } else { 'netstandard2.0' }
$bin = "$PSScriptRoot/bin/$variant"
if (-not [IO.File]::Exists("$bin/CompanyData.Loader.dll")) {
    throw "CompanyData is not built: '$bin/CompanyData.Loader.dll' is missing. Build first: dotnet build Module.sln"
}

# Two versions in one session would share their names: the cmdlets of the first would run under the manifest of the second.
foreach ($other in Microsoft.PowerShell.Core\Get-Module -Name CompanyData) {
    if ($other.Path -ne $PSCommandPath) {
        throw "CompanyData $($other.Version) is already loaded from '$($other.ModuleBase)', so '$([IO.Path]::GetDirectoryName($PSScriptRoot))' " +
            'was not imported. Remove the loaded one first: Remove-Module CompanyData'
    }
}

# The loader of an earlier import, even of another version of this module, serves again: a process takes only one.
$loader = 'CompanyData.Loader.ModuleLoader' -as [type]
if (-not $loader) {
    $loader = [Reflection.Assembly]::LoadFrom("$bin/CompanyData.Loader.dll").GetType('CompanyData.Loader.ModuleLoader')
}

$cmdlets = Microsoft.PowerShell.Core\Import-Module -Assembly $loader::Load($bin) -PassThru

# Left behind, it would be found again by the next import, which then exports nothing:
# https://github.com/PowerShell/PowerShell/issues/20710
$ExecutionContext.SessionState.Module.OnRemove = { Microsoft.PowerShell.Core\Remove-Module -ModuleInfo $cmdlets }
