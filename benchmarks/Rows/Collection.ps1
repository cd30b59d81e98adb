# Companies from siren to dossier, 16 side by side.
param([switch] $Quick)

$count = $Quick ? 64 : 300

# What a user would write, with the same steps; without a web session, which calls side by side with a body would break for each other.
$script = { param($work, $pause)
    $uri = $work.Uri
    $with = @{ Headers = $work.Headers; ContentType = 'application/json' }
    $work.Items | ForEach-Object -ThrottleLimit 16 -Parallel {
        $uri = $using:uri
        $with = $using:with
        $types = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER'
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
            Start-Sleep -Seconds $using:pause
            $ended = (Invoke-RestMethod "$own/sync/latest" @with).status -eq 'SUCCESS'
        } until ($ended.Count -eq $types.Count)
        [pscustomobject]@{
            Profile = Invoke-RestMethod "$own/company-profile" @with
            Officers = @(Invoke-RestMethod "$own/company-officers" @with | ForEach-Object { $_ })
            BeneficialOwners = @(Invoke-RestMethod "$own/beneficial-owners" @with | ForEach-Object { $_ })
        }
    }
}

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
        # The service's own guide looks every two seconds.
        'a script, ForEach-Object -Parallel 16' = { param($work) & $script $work 2 }.GetNewClosure()
        'the same, looking every second' = { param($work) & $script $work 1 }.GetNewClosure()
        'Invoke-QardCollection -ThrottleLimit 16' = { param($work) $work.Items | Invoke-QardCollection -ThrottleLimit 16 }
        'the critical path' = { param($work)
            [CompanyData.Limit.LimitCollector]::new($work.Limit).Collect([string[]]$work.Items.Siren, 16)
        }
    }
    Comparisons = @(
        @{ Of = 'Invoke-QardCollection -ThrottleLimit 16'; As = 'faster'; To = 'a script, ForEach-Object -Parallel 16'; Target = 1.5 }
        @{ Of = 'Invoke-QardCollection -ThrottleLimit 16'; As = 'faster'; To = 'the same, looking every second'; Target = $null }
        @{ Of = 'Invoke-QardCollection -ThrottleLimit 16'; As = 'times'; To = 'the critical path'; Target = 1.2 }
    )
}
