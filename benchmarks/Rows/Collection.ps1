# Companies from siren to dossier, 16 side by side.
param([switch] $Quick)

$count = $Quick ? 64 : 1000
@{
    Title = '{0:#,0} companies collected, 20 ms of latency, synchronisations of 1 s, 16 side by side' -f $count
    Unit = 'ms'
    Rounds = $Quick ? 1 : 3
    Server = '--latency', 20, '--sync-duration', 1
    Fresh = $true
    Light = $true
    Setup = { 1..$count | ForEach-Object { [pscustomobject]@{ Siren = "$(100000000 + $_)"; Name = "Entreprise $(100000000 + $_)" } } }.GetNewClosure()
    Value = { $args[0].Officers.Count + $args[0].BeneficialOwners.Count }
    Ways = [ordered]@{
        'a script, ForEach-Object -Parallel 16' = { param($work)
            $uri = $work.Uri
            $with = @{ Headers = $work.Headers; WebSession = $work.WebSession; ContentType = 'application/json' }
            $work.Items | ForEach-Object -ThrottleLimit 16 -Parallel {
                $uri, $with, $types = $using:uri, $using:with, @('COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER')
                $user = (Invoke-RestMethod "$uri/users?siren=$($_.Siren)" @with).result | Select-Object -First 1
                if (-not $user) {
                    $user = Invoke-RestMethod "$uri/users/legal" -Method Post -Body (@{ name = $_.Name; siren = $_.Siren } | ConvertTo-Json) @with
                }

                $own = "$uri/users/$($user.id)"
                if ((Invoke-RestMethod "$own/data-connections" @with).provider_name -notcontains 'company_legal_fr') {
                    $body = @{ provider_name = 'company_legal_fr'; requested_data_types = $types } | ConvertTo-Json
                    $null = Invoke-RestMethod "$own/data-connections" -Method Post -Body $body @with
                }

                $null = Invoke-RestMethod "$own/sync" -Method Post -Body (@{ data_types = $types } | ConvertTo-Json) @with
                do {
                    Start-Sleep -Seconds 1
                    $ended = (Invoke-RestMethod "$own/sync/latest" @with).status -eq 'SUCCESS'
                } until ($ended.Count -eq $types.Count)
                [pscustomobject]@{
                    Profile = Invoke-RestMethod "$own/company-profile" @with
                    Officers = @(Invoke-RestMethod "$own/company-officers" @with | ForEach-Object { $_ })
                    BeneficialOwners = @(Invoke-RestMethod "$own/beneficial-owners" @with | ForEach-Object { $_ })
                }
            }
        }
        'Invoke-QardCollection -ThrottleLimit 16' = { param($work) $work.Items | Invoke-QardCollection -ThrottleLimit 16 }
        'the critical path' = { param($work)
            [CompanyData.Limit.LimitCollector]::new($work.Limit).Collect([string[]]$work.Items.Siren, 16)
        }
    }
    Comparisons = @(
        @{ Of = 'Invoke-QardCollection -ThrottleLimit 16'; As = 'faster'; To = 'a script, ForEach-Object -Parallel 16'; Target = 1.5 }
        @{ Of = 'Invoke-QardCollection -ThrottleLimit 16'; As = 'times'; To = 'the critical path'; Target = 1.2 }
    )
}
