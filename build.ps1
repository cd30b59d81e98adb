<#
.SYNOPSIS
Builds, tests or packages CompanyData.

.DESCRIPTION
Build compiles the solution; the checkout can then be imported as it is.
Test builds and runs every test, the Pester suites among them.
Package builds and leaves two things in artifacts: the module as a versioned folder (CompanyData/<version>), to be copied to any
folder of $env:PSModulePath, and the same as CompanyData.<version>.nupkg, to be published to a gallery.

.PARAMETER Task
What to do.

.PARAMETER Configuration
The build configuration.

.EXAMPLE
./build.ps1 -Task Test

Builds and tests.

.EXAMPLE
./build.ps1 -Task Package; Import-Module ./artifacts/CompanyData

Packages the module and imports what was packaged.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'Module.sln'
$manifest = Join-Path $PSScriptRoot 'CompanyData.psd1'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed."
    }
}

# The packaged module has the layout of the checkout, less everything that only its makers need.
function Copy-Module([string] $Destination) {
    if (Test-Path -LiteralPath $Destination) {
        Remove-Item -LiteralPath $Destination -Recurse
    }

    $null = New-Item -ItemType Directory -Path $Destination
    foreach ($item in 'CompanyData.psd1', 'module', 'en-US', 'README.md', 'CHANGELOG.md', 'LICENSE') {
        $path = Join-Path $PSScriptRoot $item
        if (Test-Path -LiteralPath $path) {
            Copy-Item -LiteralPath $path -Destination $Destination -Recurse
        }
    }
}

# The tags by which a gallery tells modules from scripts and finds a module by its edition or by one of its cmdlets.
function Get-PackageTag([hashtable] $Data) {
    $Data.PrivateData.PSData.Tags
    'PSModule'
    $Data.CompatiblePSEditions | ForEach-Object { "PSEdition_$_" }
    'PSIncludes_Cmdlet'
    $Data.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }
}

switch ($Task) {
    Build {
        Invoke-DotNet build $solution --configuration $Configuration
    }
    Test {
        Invoke-DotNet test $solution --configuration $Configuration
    }
    Package {
        $data = Import-PowerShellDataFile -LiteralPath $manifest
        $folder = [IO.Path]::Combine($artifacts, 'CompanyData', $data.ModuleVersion)

        # From an empty folder, so that nothing of an earlier build is packaged; without this machine's paths in it.
        Remove-Item -Path (Join-Path $PSScriptRoot 'module/bin') -Recurse -ErrorAction Ignore
        Invoke-DotNet build (Join-Path $PSScriptRoot 'src/CompanyData.PowerShell') --configuration $Configuration '-p:ContinuousIntegrationBuild=true'
        Copy-Module $folder
        Invoke-DotNet pack (Join-Path $PSScriptRoot 'build/CompanyData.Package.csproj') "-p:ModuleFolder=$folder" `
            "-p:Description=$($data.Description -replace ',', '%2C')" "-p:PackageTags=$(Get-PackageTag $data)"
    }
}
