# A folder of dossiers, two for each company, and what is made of it.
param([switch] $Quick)

$count = $Quick ? 200 : 10000
@{
    Title = '{0:#,0} companies with two dossiers each' -f $count
    Unit = 'ms'
    Rounds = $Quick ? 2 : 3
    Probes = $true
    Server = '--sync-duration', 0
    Setup = {
        $store = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "companydata-$([guid]::NewGuid())")).FullName
        $null = [pscustomobject]@{ Siren = '100000001'; Name = 'Entreprise' } | Invoke-QardCollection -SavePath $store
        $model = Get-ChildItem $store -Filter *.json | Select-Object -First 1
        $text = [IO.File]::ReadAllText($model)
        $earlier = (Get-CompanyDossier $store).CollectedAt.AddDays(-31)
        foreach ($i in 1..$count) {
            $siren = "$(100000000 + $i)"
            $own = $text.Replace('100000001', $siren)
            [IO.File]::WriteAllText((Join-Path $store $model.Name.Replace('100000001', $siren)), $own)
            [IO.File]::WriteAllText((Join-Path $store "${siren}_$($earlier.ToString('yyyyMMdd')+'T000000000Z').json"), $own)
        }
        $store
    }.GetNewClosure()
    Ways = [ordered]@{
        'Get-CompanyDossier' = { param($work) (Measure-Command { Get-CompanyDossier $work.Items }).TotalMilliseconds }
        'Get-CompanyDossierFinding' = { param($work) (Measure-Command { Get-CompanyDossier $work.Items | Get-CompanyDossierFinding }).TotalMilliseconds }
        'Compare-CompanyDossier' = { param($work) (Measure-Command { Compare-CompanyDossier -Path $work.Items }).TotalMilliseconds }
        'Export-CompanyDossier -Format Json' = { param($work)
            $copy = Join-Path ([IO.Path]::GetTempPath()) "companydata-$([guid]::NewGuid())"
            try { (Measure-Command { Get-CompanyDossier $work.Items | Export-CompanyDossier $copy -Format Json }).TotalMilliseconds }
            finally { Remove-Item $copy -Recurse -ErrorAction Ignore }
        }
        'ConvertFrom-Json of the same files' = { param($work)
            (Measure-Command {
                Get-ChildItem $work.Items -Filter *.json | Group-Object { $_.Name.Substring(0, 9) } | ForEach-Object {
                    [IO.File]::ReadAllText(($_.Group | Sort-Object Name | Select-Object -Last 1)) | ConvertFrom-Json
                }
            }).TotalMilliseconds
        }
    }
    Comparisons = @(
        @{ Of = 'Get-CompanyDossier'; As = 'plain'; Target = $null }
        @{ Of = 'Get-CompanyDossier'; As = 'faster'; To = 'ConvertFrom-Json of the same files'; Target = $null }
        @{ Of = 'Get-CompanyDossierFinding'; As = 'plain'; Target = $null }
        @{ Of = 'Compare-CompanyDossier'; As = 'plain'; Target = $null }
        @{ Of = 'Export-CompanyDossier -Format Json'; As = 'plain'; Target = $null }
    )
}
