# Users read by their id, one request each.
param([switch] $Quick)

$count = $Quick ? 200 : 2000
@{
    Title = "$count single reads"
    Unit = 'ms'
    Rounds = $Quick ? 3 : 15
    Server = @()
    Setup = {
        1..$count | ForEach-Object { [pscustomobject]@{ Siren = "$(100000000 + $_)"; Name = "Entreprise $_" } } |
            New-QardUser -ThrottleLimit 8 | ForEach-Object Id
    }.GetNewClosure()
    Value = { $args[0].siren }
    Ways = [ordered]@{
        'Invoke-RestMethod' = { param($work)
            $headers = $work.Headers
            foreach ($id in $work.Items) { Invoke-RestMethod "$($work.Uri)/users/$id" -Headers $headers }
        }
        'Invoke-RestMethod -WebSession' = { param($work)
            $headers, $session = $work.Headers, $work.WebSession
            foreach ($id in $work.Items) { Invoke-RestMethod "$($work.Uri)/users/$id" -Headers $headers -WebSession $session }
        }
        'ForEach-Object -Parallel, 8' = { param($work)
            $headers, $session, $uri = $work.Headers, $work.WebSession, $work.Uri
            $work.Items | ForEach-Object -ThrottleLimit 8 -Parallel { Invoke-RestMethod "$using:uri/users/$_" -Headers $using:headers -WebSession $using:session }
        }
        'Get-QardUser -Id, one call each' = { param($work) foreach ($id in $work.Items) { Get-QardUser -Id $id } }
        'Get-QardUser, piped' = { param($work) $work.Items | Get-QardUser }
        'Get-QardUser, piped, 8' = { param($work) $work.Items | Get-QardUser -ThrottleLimit 8 }
        'the limit, one by one' = { param($work) $work.Limit.ReadUsers([string[]]$work.Items, 1) }
        'the limit, 4' = { param($work) $work.Limit.ReadUsers([string[]]$work.Items, 4) }
        'the limit, 8' = { param($work) $work.Limit.ReadUsers([string[]]$work.Items, 8) }
    }
    Comparisons = @(
        @{ Of = 'Get-QardUser -Id, one call each'; As = 'faster'; To = 'Invoke-RestMethod'; Target = $null }
        @{ Of = 'Get-QardUser -Id, one call each'; As = 'faster'; To = 'Invoke-RestMethod -WebSession'; Target = 3 }
        @{ Of = 'Get-QardUser -Id, one call each'; As = 'times'; To = 'the limit, one by one'; Target = 1.5 }
        @{ Of = 'Get-QardUser, piped, 8'; As = 'faster'; To = 'Invoke-RestMethod -WebSession'; Target = 10 }
        @{ Of = 'Get-QardUser, piped, 8'; As = 'faster'; To = 'ForEach-Object -Parallel, 8'; Target = $null }
        @{ Of = 'Get-QardUser, piped, 8'; As = 'times'; To = 'the limit, 8'; Target = 1.5 }
        @{ Of = 'Get-QardUser, piped'; As = 'times'; To = 'the limit, 4'; Target = 1.5 }
    )
}
