$isCore = $PSVersionTable.PSEdition -eq 'Core'
if ($isCore -and $PSVersionTable.PSVersion -lt [version] '7.4') {
    throw "CompanyData needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is PowerShell $($PSVersionTable.PSVersion). " +
        'Install a current one: https://aka.ms/powershell'
}

# COMPANYDATA_VARIANT is for tests: it runs the Windows PowerShell variant on PowerShell 7.
$variant = if ($env:COMPANYDATA_VARIANT) { $env:COMPANYDATA_VARIANT } elseif ($isCore) { 'net8.0' } else { 'netstandard2.0' }
$bin = [IO.Path]::Combine($PSScriptRoot, 'bin', $variant)
$loader = [IO.Path]::Combine($bin, 'CompanyData.Loader.dll')
if (-not [IO.File]::Exists($loader)) {
    throw "CompanyData is not built: '$loader' is missing. Build first: dotnet build Module.sln"
}

# The loader of an earlier import, even of another version of this module, serves again: a process takes only one.
if (-not ('CompanyData.Loader.ModuleLoader' -as [type])) {
    $null = [Reflection.Assembly]::LoadFrom($loader)
}

$assembly = ('CompanyData.Loader.ModuleLoader' -as [type])::Load($bin)
$cmdlets = Microsoft.PowerShell.Core\Import-Module -Assembly $assembly -PassThru

# Left behind, it would be found again by the next import, which then exports nothing:
# https://github.com/PowerShell/PowerShell/issues/20710
$ExecutionContext.SessionState.Module.OnRemove = { Microsoft.PowerShell.Core\Remove-Module -ModuleInfo $cmdlets }
