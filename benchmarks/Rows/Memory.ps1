# How far the process grows while a list is streamed that is far larger than memory should be.
param([switch] $Quick)

$count = $Quick ? 100000 : 1000000
@{
    Title = '{0:#,0} transactions streamed: peak memory above a fresh session' -f $count
    Unit = 'MB'
    Rounds = $Quick ? 1 : 2
    Probes = $true
    Count = $count
    Server = '--transaction-count', $count, '--sync-duration', 0
    Setup = { & "$PSScriptRoot/Shop.ps1" }
    Ways = [ordered]@{
        'Invoke-RestMethod' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, InvokeRestMethod }
        'Get-QardCommerceTransaction' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, Module }
        'Get-QardCommerceTransaction, from the first tenth to the end' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, Module, ($work.Count / 10) }
        # By itself the runtime lets new objects pile up to a share of the processor's cache before it looks which of them are still in use.
        'Get-QardCommerceTransaction, new objects held to 16 MB' = { param($work)
            $env:DOTNET_GCgen0size = '0x1000000'
            try { Invoke-Probe Memory $work.Uri, $work.Items, Module } finally { $env:DOTNET_GCgen0size = $null }
        }
    }
    Comparisons = @(
        @{ Of = 'Invoke-RestMethod'; As = 'plain'; Target = $null }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'plain'; Target = 40 }
        @{ Of = 'Get-QardCommerceTransaction, new objects held to 16 MB'; As = 'plain'; Target = 40 }
        @{ Of = 'Get-QardCommerceTransaction, from the first tenth to the end'; As = 'plain'; Target = $null }
    )
}
