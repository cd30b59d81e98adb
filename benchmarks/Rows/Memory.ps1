# How far the process grows while a list is streamed that is far larger than memory should be.
param([switch] $Quick)

$count = $Quick ? 100000 : 1000000
@{
    Title = '{0:#,0} transactions streamed: peak memory above a fresh session' -f $count
    Unit = 'MB'
    Rounds = $Quick ? 1 : 3
    Probes = $true
    Server = '--transaction-count', $count, '--sync-duration', 0
    Setup = { & "$PSScriptRoot/Shop.ps1" }
    Ways = [ordered]@{
        'Invoke-RestMethod' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, InvokeRestMethod }
        'Get-QardCommerceTransaction' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, Module }
        'Get-QardCommerceTransaction, after the first tenth' = { param($work) Invoke-Probe Memory $work.Uri, $work.Items, Module, '-Growth' }
    }
    Comparisons = @(
        @{ Of = 'Invoke-RestMethod'; As = 'plain'; Target = $null }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'plain'; Target = 40 }
        @{ Of = 'Get-QardCommerceTransaction, after the first tenth'; As = 'plain'; Target = $null }
    )
}
