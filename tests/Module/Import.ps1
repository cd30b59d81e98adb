# Dot-source this first in BeforeAll: the module as it was built last, in the variant that COMPANYDATA_VARIANT names.
$ModulePath = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'CompanyData.psd1'))
Import-Module -Name $ModulePath -Force -ErrorAction Stop

# Runs a script in a new process of this same PowerShell, where nothing is loaded yet; gives what it writes, as text.
function Invoke-FreshPowerShell([string] $Script) {
    $command, $arguments = [Environment]::ProcessPath, '-NoProfile', '-NonInteractive', '-Command', $Script
    if ([IO.Path]::GetFileNameWithoutExtension($command) -eq 'dotnet') {
        $arguments = @([Environment]::GetCommandLineArgs()[0]) + $arguments
    }

    & $command @arguments 2>&1 | ForEach-Object { "$_" }
}
