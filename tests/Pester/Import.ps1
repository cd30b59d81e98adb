# Dot-source this first in BeforeAll: the module as it was built last, in the variant that COMPANYDATA_VARIANT names.
$ModulePath = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'CompanyData.psd1'))
Import-Module -Name $ModulePath -Force -ErrorAction Stop
. "$PSScriptRoot/../../build/Engine.ps1"

# Runs a script in a new process of this same PowerShell, where nothing is loaded yet; gives what it writes, as text.
# -FileLimit stands for a full disk: the kernel refuses whatever would make a file larger than so many KiB.
function Invoke-FreshPowerShell([string] $Script, [int] $FileLimit) {
    $limit = if ($FileLimit) { 'bash', '-c', 'trap "" XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f "$0"; exec "$@"', $FileLimit }
    $program, [string[]] $all = @($limit) + @(Get-EngineCommand) + '-NoProfile', '-NonInteractive', '-Command', $Script | Where-Object { $_ }
    & $program @all 2>&1 | ForEach-Object { "$_" }
}
