# A long list, in pages of 100, as objects on the pipeline.
param([switch] $Quick, [int] $Latency)

$count = $Quick ? ($Latency ? 2000 : 10000) : ($Latency ? 50000 : 100000)
$title = '{0:#,0} transactions in pages of 100' -f $count
@{
    Title = $Latency ? "$title, $Latency ms of latency a page" : $title
    Unit = 'ms'
    Rounds = $Quick -or $Latency ? 2 : 9
    Server = '--transaction-count', $count, '--latency', $Latency, '--sync-duration', 0
    Setup = { & "$PSScriptRoot/Shop.ps1" }
    Value = { $args[0].amount.value }
    Ways = [ordered]@{
        'Invoke-RestMethod' = { param($work)
            $headers, $page = $work.Headers, 0
            do {
                $answer = Invoke-RestMethod "$($work.Uri)/users/$($work.Items)/commerce-transactions?page=$((++$page))&per_page=100" -Headers $headers
                $answer.result
            } while ($page -lt $answer.last_page)
        }
        'Invoke-RestMethod -WebSession' = { param($work)
            $headers, $session, $page = $work.Headers, $work.WebSession, 0
            do {
                $answer = Invoke-RestMethod "$($work.Uri)/users/$($work.Items)/commerce-transactions?page=$((++$page))&per_page=100" -Headers $headers -WebSession $session
                $answer.result
            } while ($page -lt $answer.last_page)
        }
        'ForEach-Object -Parallel, 8' = { param($work)
            $headers, $session, $list = $work.Headers, $work.WebSession, "$($work.Uri)/users/$($work.Items)/commerce-transactions"
            $first = Invoke-RestMethod "${list}?page=1&per_page=100" -Headers $headers -WebSession $session
            $first.result
            2..$first.last_page | ForEach-Object -ThrottleLimit 8 -Parallel {
                (Invoke-RestMethod "${using:list}?page=$_&per_page=100" -Headers $using:headers -WebSession $using:session).result
            }
        }
        'Get-QardCommerceTransaction' = { param($work) Get-QardCommerceTransaction -UserId $work.Items }
        'the limit' = { param($work) $work.Limit.ReadTransactions($work.Items, 1) }
        'the limit, six pages on their way' = { param($work) $work.Limit.ReadTransactions($work.Items, 6) }
    }
    Comparisons = @(
        @{ Of = 'Get-QardCommerceTransaction'; As = 'faster'; To = 'Invoke-RestMethod'; Target = $null }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'faster'; To = 'Invoke-RestMethod -WebSession'; Target = $Latency ? 5 : 6 }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'faster'; To = 'ForEach-Object -Parallel, 8'; Target = $null }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'times'; To = 'the limit'; Target = $Latency ? $null : 1.3 }
        @{ Of = 'Get-QardCommerceTransaction'; As = 'times'; To = 'the limit, six pages on their way'; Target = 1.15 }
    )
}
