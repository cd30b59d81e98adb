# What it takes a share to find its companies in a long list, in a fresh process each time.
param([switch] $Quick)

$count = $Quick ? 100000 : 1000000
@{
    Title = 'One share of 256 finds its own in a list of {0:#,0} companies' -f $count
    Unit = ''
    Rounds = $Quick ? 1 : 5
    Probes = $true
    Server = @()
    Setup = {
        $list = New-TemporaryFile
        $writer = [IO.StreamWriter]::new($list.FullName)
        $writer.WriteLine('siren,name,note')
        for ($i = 0; $i -lt $count; $i++) { $writer.WriteLine("$(100000000 + (7 * $i)),Entreprise $i,""Paris, France""") }
        $writer.Close()
        $list.FullName
    }.GetNewClosure()
    Ways = [ordered]@{
        'Invoke-QardCollection -Path: seconds' = { param($work) Invoke-Probe ShardStart $work.Items, Path, Seconds }
        'Invoke-QardCollection -Path: peak memory above a fresh session, MB' = { param($work) Invoke-Probe ShardStart $work.Items, Path, Memory }
        'Import-Csv | Invoke-QardCollection: seconds' = { param($work) Invoke-Probe ShardStart $work.Items, Import, Seconds }
        'Import-Csv | Invoke-QardCollection: peak memory above a fresh session, MB' = { param($work) Invoke-Probe ShardStart $work.Items, Import, Memory }
    }
    Comparisons = @(
        @{ Of = 'Invoke-QardCollection -Path: seconds'; As = 'plain'; Target = 5 }
        @{ Of = 'Invoke-QardCollection -Path: peak memory above a fresh session, MB'; As = 'plain'; Target = 40 }
        @{ Of = 'Import-Csv | Invoke-QardCollection: seconds'; As = 'plain'; Target = $null }
        @{ Of = 'Import-Csv | Invoke-QardCollection: peak memory above a fresh session, MB'; As = 'plain'; Target = $null }
    )
}
