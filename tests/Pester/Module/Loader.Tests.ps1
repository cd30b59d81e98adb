BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    $variant = $env:COMPANYDATA_VARIANT ?? 'net8.0'
    $bin = Join-Path (Split-Path $ModulePath) "module/bin/$variant"

    # An assembly that another module might have loaded: the name of one of ours, another version, none of its types.
    function New-Stranger([string] $Name, [string] $Version) {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive $Version) -Force
        $path = Join-Path $folder "$Name.dll"
        Add-Type -OutputAssembly $path -TypeDefinition "
            [assembly: System.Reflection.AssemblyVersion(`"$Version`")]
            public sealed class Stranger { }"
        $path
    }

    # In a fresh process: the stranger first, then the module; gives the files that the module's own assemblies come to use.
    function Get-LoadedBeside([string] $LoadStranger, [string[]] $Name) {
        Invoke-FreshPowerShell "
            `$ErrorActionPreference = 'Stop'
            $LoadStranger
            Import-Module '$ModulePath'
            `$module = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'CompanyData.PowerShell' }
            `$context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$module)
            foreach (`$name in '$($Name -join "','")') { `$context.LoadFromAssemblyName(`$name).Location }"
    }
}

Describe 'The loader' {
    It 'takes the module and what is its own from the bin folder' {
        Get-LoadedBeside '' -Name CompanyData.Client, CompanyData.Sandbox, Polly.Core |
            Should -Be "$bin/CompanyData.Client.dll", "$bin/CompanyData.Sandbox.dll", "$bin/Polly.Core.dll"
    }

    It 'takes its own Polly beside <Version> of another module' -TestCases @(
        @{ Version = '7.0.0.0' }
        # Without a load context, a later version is taken for compatible: .NET's rule, which Windows PowerShell does not have.
        @{ Version = '9.0.0.0' } | Where-Object { $env:COMPANYDATA_VARIANT -ne 'netstandard2.0' }
    ) {
        $stranger = New-Stranger Polly.Core $Version
        Get-LoadedBeside "`$null = [Reflection.Assembly]::LoadFrom('$stranger')" -Name Polly.Core | Should -Be "$bin/Polly.Core.dll"
    }

    It 'takes the System.Text.Json of the runtime beside that of another module' {
        $stranger = New-Stranger System.Text.Json '5.0.0.0'
        Get-LoadedBeside "`$null = [Reflection.Assembly]::LoadFile('$stranger')" -Name System.Text.Json |
            Should -Be ([System.Text.Json.JsonSerializer].Assembly.Location)
    }

    It 'brings no second copy of what PowerShell has' {
        $names = (Get-ChildItem -Path $bin -Filter *.dll).BaseName
        $names | Should -Not -Contain System.Management.Automation
        if ($variant -eq 'net8.0') {
            $names | Should -Be 'CompanyData.Client', 'CompanyData.Loader', 'CompanyData.PowerShell', 'CompanyData.Sandbox', 'Polly.Core', 'SpreadCheetah', 'Sylvan.Data.Csv'
        }
    }
}
