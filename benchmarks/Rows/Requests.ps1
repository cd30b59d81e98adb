# Requests for each company, where a synchronisation takes three seconds.
param([switch] $Quick)

$count = $Quick ? 32 : 160
# Another session knows nothing of what the one before has learned.
$again = { param($work) Connect-Qard -Uri $work.Uri -ApiKey ([Net.NetworkCredential]::new('', 'sandbox-key').SecurePassword) }
@{
    Title = 'Requests for each of {0:#,0} companies, 16 side by side, synchronisations of 3 s' -f $count
    Unit = 'requests'
    Rounds = $Quick ? 1 : 3
    Probes = $true
    Server = '--sync-duration', 3
    Fresh = $true
    Setup = { 1..$count | ForEach-Object { [pscustomobject]@{ Siren = "$(100000000 + $_)"; Name = "Entreprise $_" } } }.GetNewClosure()
    Ways = [ordered]@{
        'new companies' = { param($work)
            $null = $work.Items | Invoke-QardCollection -ThrottleLimit 16 -SummaryVariable summary
            $summary.RequestsPerCompany
        }
        'known companies, in another session' = { param($work)
            $null = $work.Items | Invoke-QardCollection -ThrottleLimit 16
            & $again $work
            $null = $work.Items | Invoke-QardCollection -ThrottleLimit 16 -SummaryVariable summary
            $summary.RequestsPerCompany
        }.GetNewClosure()
        'companies that the store knows, in another session' = { param($work)
            $store = Join-Path ([IO.Path]::GetTempPath()) "companydata-$([guid]::NewGuid())"
            try {
                $null = $work.Items | Invoke-QardCollection -ThrottleLimit 16 -SavePath $store
                & $again $work
                $null = $work.Items | Invoke-QardCollection -ThrottleLimit 16 -SavePath $store -SummaryVariable summary
                $summary.RequestsPerCompany
            }
            finally { Remove-Item $store -Recurse -ErrorAction Ignore }
        }.GetNewClosure()
    }
    Comparisons = @(
        @{ Of = 'new companies'; As = 'plain'; Target = 9.5 }
        @{ Of = 'known companies, in another session'; As = 'plain'; Target = 9 }
        @{ Of = 'companies that the store knows, in another session'; As = 'plain'; Target = 7 }
    )
}
