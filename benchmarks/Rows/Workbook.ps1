# A workbook of many companies, in a fresh process each time: the company has 14 rows in five sheets.
param([switch] $Quick)

$count = $Quick ? 500 : 10000
@{
    Title = 'A workbook of {0:#,0} companies, {1:#,0} rows' -f $count, (14 * $count)
    Unit = ''
    Rounds = $Quick ? 1 : 5
    Probes = $true
    Count = $count
    Server = '--sync-duration', 0
    Setup = {
        $store = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "companydata-$([guid]::NewGuid())")).FullName
        $null = [pscustomobject]@{ Siren = '100000001'; Name = 'Entreprise' } | Invoke-QardCollection -SavePath $store
        (Get-ChildItem $store -Filter *.json | Select-Object -First 1).FullName
    }
    Ways = [ordered]@{
        'Export-CompanyDossier all.xlsx: seconds' = { param($work) Invoke-Probe Workbook $work.Items, $work.Count, Seconds }
        'Export-CompanyDossier all.xlsx: peak memory above a fresh session, MB' = { param($work) Invoke-Probe Workbook $work.Items, $work.Count, Memory }
    }
    Comparisons = @(
        @{ Of = 'Export-CompanyDossier all.xlsx: seconds'; As = 'plain'; Target = $null }
        @{ Of = 'Export-CompanyDossier all.xlsx: peak memory above a fresh session, MB'; As = 'plain'; Target = $null }
    )
}
