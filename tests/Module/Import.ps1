# Dot-source this first in BeforeAll: the module as it was built last, in the variant that COMPANYDATA_VARIANT names.
$ModulePath = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'CompanyData.psd1'))
Import-Module -Name $ModulePath -Force -ErrorAction Stop
. "$PSScriptRoot/../../build/Engine.ps1"

# Runs a script in a new process of this same PowerShell, where nothing is loaded yet; gives what it writes, as text.
function Invoke-FreshPowerShell([string] $Script) {
    Invoke-Engine '-NonInteractive', '-Command', $Script 2>&1 | ForEach-Object { "$_" }
}
