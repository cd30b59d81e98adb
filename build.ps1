#!/usr/bin/env pwsh

<#
.SYNOPSIS
Builds, tests or packages CompanyData, or builds its help.

.DESCRIPTION
Build compiles the solution. The module can then be imported from the checkout.
Test builds and runs all tests, including the Pester suites.
Help rebuilds en-US, which Get-Help reads, from docs/en-US. It requires Microsoft.PowerShell.PlatyPS.
Package builds the module and writes to artifacts: the module as a versioned folder (CompanyData/<version>), to be copied to a folder of
$env:PSModulePath; the package CompanyData.<version>.nupkg, to be published to a gallery; CompanyData.<version>.cdx.json,
a CycloneDX bill of materials; and SHA256SUMS. Each build of the same sources gives the same files.

.PARAMETER Task
The task to run.

.PARAMETER Configuration
The build configuration.

.PARAMETER ProjectUri
The address of the project, for the manifest and the page of the package.

.PARAMETER Platform
The platforms for which the package also contains precompiled assemblies, so that the module starts faster. On other platforms the module runs
without them. The runtime pack of each platform is restored.

.EXAMPLE
./build.ps1 -Task Test

Builds and runs all tests.

.EXAMPLE
./build.ps1 -Task Package; Import-Module ./artifacts/CompanyData

Packages the module and imports the package.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Help', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [ValidatePattern('^https://[^'']+$')]
    [uri] $ProjectUri,

    [ValidateSet('win-x64', 'linux-x64', 'linux-arm64', 'osx-arm64')]
    [AllowEmptyCollection()]
    [string[]] $Platform = @('win-x64', 'linux-x64')
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'Module.sln'
$manifest = Join-Path $PSScriptRoot 'CompanyData.psd1'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-DotNet([string[]] $Arguments) {
    & dotnet $Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($Arguments[0]) failed."
    }
}

# The packaged module has the layout of the checkout, without the files that only developers need.
function Copy-Module([string] $Destination) {
    $null = New-Item -ItemType Directory -Path $Destination
    foreach ($item in 'en-US', 'README.md', 'CHANGELOG.md', 'LICENSE') {
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $item) -Destination $Destination -Recurse
    }

    $null = New-Item -ItemType Directory -Path (Join-Path $Destination 'module'), (Join-Path $Destination 'examples')
    Copy-Item -LiteralPath (Join-Path $PSScriptRoot 'examples/companies.csv') -Destination (Join-Path $Destination 'examples')
    Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'module') -File | Where-Object Extension -In '.psm1', '.ps1xml' |
        Copy-Item -Destination (Join-Path $Destination 'module')
}

# The loader prefers the assemblies in the folder of its platform.
function Export-PrecompiledAssembly([string] $Folder) {
    foreach ($name in $Platform) {
        Invoke-DotNet publish, (Join-Path $PSScriptRoot 'build/CompanyData.Precompiled.csproj'), --runtime, $name,
            --artifacts-path, (Join-Path $artifacts 'build'), --output, ([IO.Path]::Combine($Folder, 'module/bin/net8.0', $name)),
            (Format-Property PackagedFolder $Folder)
    }
}

# The newest version of the changelog, without its heading.
function Get-ReleaseNote {
    $changelog = Get-Content -LiteralPath (Join-Path $PSScriptRoot 'CHANGELOG.md') -Raw
    ($changelog -split '(?m)^## .*$')[1].Trim()
}

# The manifest of the checkout with the values of a package: its files, release notes and project address.
function Copy-Manifest([string] $Destination, [string] $ReleaseNote) {
    $files = Get-ChildItem -LiteralPath $Destination -Recurse -File |
        ForEach-Object { $_.FullName.Substring($Destination.Length + 1).Replace('\', '/') } | Sort-Object
    $list = (@('CompanyData.psd1') + $files | ForEach-Object { "        '$_'" }) -join "`n"
    $project = if ($ProjectUri) { "`n            ProjectUri   = '$ProjectUri'" }
    $text = (Get-Content -LiteralPath $manifest -Raw).
        Replace('    PrivateData            = @{', "    FileList               = @(`n$list`n    )`n    PrivateData            = @{").
        Replace("ReleaseNotes = 'See CHANGELOG.md.'", "ReleaseNotes = '$($ReleaseNote.Replace("'", "''"))'$project")
    Set-Content -LiteralPath (Join-Path $Destination 'CompanyData.psd1') -Value $text -NoNewline -Encoding utf8
}

# Tags that a gallery uses to distinguish modules from scripts, and to find a module by its edition or cmdlets.
function Get-PackageTag([hashtable] $Data) {
    $Data.PrivateData.PSData.Tags
    'PSModule'
    $Data.CompatiblePSEditions | ForEach-Object { "PSEdition_$_" }
    'PSIncludes_Cmdlet'
    $Data.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }
}

function Export-BillOfMaterials([string] $Version) {
    # dotnet searches for the tool manifest from this folder upwards.
    Push-Location -LiteralPath $PSScriptRoot
    try {
        Invoke-DotNet tool, restore
        Invoke-DotNet CycloneDX, (Join-Path $PSScriptRoot 'src/CompanyData.PowerShell/CompanyData.PowerShell.csproj'), --recursive,
            --output, $artifacts, --filename, "CompanyData.$Version.cdx.json", --output-format, Json,
            --set-name, CompanyData, --set-version, $Version, --set-type, Library
    }
    finally {
        Pop-Location
    }
}

# In the format of sha256sum.
function Export-Checksum([string[]] $Path) {
    $lines = Get-ChildItem -LiteralPath $Path -Recurse -File | ForEach-Object {
        '{0}  {1}' -f (Get-FileHash -LiteralPath $_.FullName).Hash.ToLowerInvariant(), $_.FullName.Substring($artifacts.Length + 1).Replace('\', '/')
    }
    [IO.File]::WriteAllText((Join-Path $artifacts 'SHA256SUMS'), (@($lines) -join "`n") + "`n")
}

function Format-Property([string] $Name, [string] $Value) {
    # These characters have a special meaning for MSBuild.
    "-p:$Name=$([regex]::Replace($Value, '[%,;$@\n\r"]', { '%{0:X2}' -f [int] $args[0].Value[0] }))"
}

switch ($Task) {
    Build {
        Invoke-DotNet build, $solution, --configuration, $Configuration
    }
    Test {
        Invoke-DotNet test, $solution, --configuration, $Configuration
    }
    Help {
        & (Join-Path $PSScriptRoot 'build/Export-Help.ps1')
    }
    Package {
        $data = Import-PowerShellDataFile -LiteralPath $manifest
        $folder = [IO.Path]::Combine($artifacts, 'CompanyData', $data.ModuleVersion)
        if (Test-Path -LiteralPath $folder) {
            Remove-Item -LiteralPath $folder -Recurse
        }

        # Built outside the checkout's build folders, so that no file of an earlier build is packaged, and without paths of this machine.
        Copy-Module $folder
        Invoke-DotNet build, (Join-Path $PSScriptRoot 'src/CompanyData.PowerShell'), --configuration, $Configuration,
            --artifacts-path, (Join-Path $artifacts 'build'), '-p:ContinuousIntegrationBuild=true',
            (Format-Property ModuleFolder (Join-Path $folder 'module'))
        Export-PrecompiledAssembly $folder

        $note = Get-ReleaseNote
        Copy-Manifest $folder $note
        # It takes a path with brackets for a pattern, even an escaped one.
        if ([WildcardPattern]::ContainsWildcardCharacters($folder)) {
            Write-Warning "The manifest is not checked, because Test-ModuleManifest takes the path '$folder' for a pattern."
        }
        else {
            $null = Test-ModuleManifest -Path (Join-Path $folder 'CompanyData.psd1')
        }

        Invoke-DotNet pack, (Join-Path $PSScriptRoot 'build/CompanyData.Package.csproj'), --artifacts-path, (Join-Path $artifacts 'build'),
            --output, $artifacts, (Format-Property PackagedFolder $folder), (Format-Property Description $data.Description),
            (Format-Property PackageTags (Get-PackageTag $data)), (Format-Property PackageReleaseNotes $note),
            (Format-Property PackageProjectUrl $ProjectUri)
        Export-BillOfMaterials $data.ModuleVersion
        Export-Checksum $folder, "$artifacts/CompanyData.$($data.ModuleVersion).nupkg", "$artifacts/CompanyData.$($data.ModuleVersion).cdx.json"
    }
}
