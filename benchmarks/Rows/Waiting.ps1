# What it takes to wait for many companies at once.
param([switch] $Quick)

$count = $Quick ? 1000 : 10000
@{
    Title = '{0:#,0} companies waiting at once: memory for each' -f $count
    Unit = 'KB'
    # A round takes seven minutes, because a session polls fifty times a second.
    Rounds = 1
    Probes = $true
    Server = '--sync-duration', 36000
    Setup = { param($work) [CompanyData.Limit.LimitCollector]::new($work.Limit).StartMany($count) }.GetNewClosure()
    Ways = [ordered]@{
        'Wait-QardSync' = { param($work)
            $ids = New-TemporaryFile
            try {
                $work.Items | Set-Content $ids
                Invoke-Probe Waiting $work.Uri, $ids.FullName
            }
            finally {
                Remove-Item $ids
            }
        }
    }
    Comparisons = @(@{ Of = 'Wait-QardSync'; As = 'plain'; Target = 10 })
}
