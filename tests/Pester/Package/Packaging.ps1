# The package that build.ps1 makes. Dot-source it after Import.ps1.

# Compiled ahead for this platform alone, if it can be: each takes some seconds.
$platform = "$($IsWindows ? 'win' : $IsMacOS ? 'osx' : 'linux')-$([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
$precompiled = @('win-x64', 'linux-x64') -eq $platform

# A build tells as it goes, so that nobody takes it for stuck.
function Invoke-PackageTask([string] $Root) {
    # The analysers change nothing of what is built, and the checkout's own build has had them. A node of MSBuild or a compiler that stays for
    # the next build would keep the pipe of this one open.
    $env:RunAnalyzers = 'false'
    $env:UseSharedCompilation = 'false'
    $env:MSBUILDDISABLENODEREUSE = '1'
    & (Join-Path $Root 'build.ps1') -Task Package -ProjectUri 'https://example.org/companydata' -Platform $precompiled 2>&1 | Out-Host
}

# The package of this checkout. The files of a process share it, although each has a runspace of its own.
function Get-Package {
    $shared = 'CompanyData.Tests.Package'
    if (-not [AppDomain]::CurrentDomain.GetData($shared)) {
        $root = Split-Path $ModulePath
        $package = Join-Path $root "artifacts/CompanyData.$((Import-PowerShellDataFile -LiteralPath $ModulePath).ModuleVersion).nupkg"
        if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package }
        Invoke-PackageTask $root
        if (-not (Test-Path -LiteralPath $package)) { throw 'Nothing was packaged.' }
        [AppDomain]::CurrentDomain.SetData($shared, $package)
    }

    [AppDomain]::CurrentDomain.GetData($shared)
}
