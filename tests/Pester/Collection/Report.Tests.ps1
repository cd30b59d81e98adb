BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    Connect-CompanyDataSandbox -SyncDuration 0
    $dossiers = @((New-Row 123456789 'Exemple & Fils'), (New-Row 000000001), (New-Row 000000003) | Invoke-QardCollection -ErrorAction SilentlyContinue)
    $folderNumber = 0
    function New-Folder { (New-Item -ItemType Directory -Path (Join-Path $TestDrive "reports$(($script:folderNumber++))")).FullName }
}

Describe 'Export-CompanyDossier' {
    BeforeEach { $folder = New-Folder }

    It 'writes a page a company and an index of them, from the pipeline of the collection' {
        Import-Csv "$PSScriptRoot/../../../examples/companies.csv" | Select-Object -First 3 | Invoke-QardCollection | Export-CompanyDossier $folder | Should -BeNullOrEmpty
        $sirens = (Import-Csv "$PSScriptRoot/../../../examples/companies.csv" | Select-Object -First 3).siren
        (Get-ChildItem $folder).Name | Should -Be (@($sirens | ForEach-Object { "$_.html" }) + 'index.html' | Sort-Object)
        $index = Get-Content (Join-Path $folder 'index.html') -Raw
        foreach ($siren in $sirens) { $index | Should -BeLike "*<a href=`"$siren.html`">*" }
    }

    It 'lists the hashes of what it wrote, with -Manifest' {
        $dossiers | Export-CompanyDossier $folder -Manifest
        $manifest = Join-Path $folder 'manifest.sha256'
        Get-Content $manifest | Should -HaveCount 4
        Test-CompanyDataAudit $manifest | Should -BeNullOrEmpty
        Add-Content (Join-Path $folder '123456789.html') ' '
        $problem = Test-CompanyDataAudit $manifest
        $problem.Kind, $problem.Path | Should -Be Changed, (Join-Path $folder '123456789.html')
        $dossiers[0] | Export-CompanyDossier $folder -Manifest -Force
        Test-CompanyDataAudit $manifest -Quiet | Should -BeTrue
    }

    It 'tells who, from where and when, and what is missing' {
        $dossiers[1] | Export-CompanyDossier $folder
        $page = Get-Content (Join-Path $folder '000000001.html') -Raw
        $page | Should -BeLike '<!DOCTYPE html>*<html lang="en">*'
        $page | Should -BeLike '*Partial*'
        foreach ($text in $dossiers[1].Failures[0].Reason, $dossiers[1].Failures[0].Remedy, $dossiers[1].UserId, $dossiers[1].BeneficialOwners[0].LastName) {
            $page | Should -BeLike "*$([Net.WebUtility]::HtmlEncode($text) -replace '&#\d+;', '*')*"
        }

        $dossiers[1].Syncs | Should -HaveCount 3
        $page | Should -BeLike "*$($dossiers[1].Syncs[0].CompletedAt.ToString('yyyy-MM-dd HH:mm:ss'))*"
    }

    It 'writes no index of a single one, and escapes what it is called' {
        $file = $dossiers[0] | Export-CompanyDossier $folder -PassThru
        $file | Should -BeOfType IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder '123456789.html')
        Get-ChildItem $folder | Should -HaveCount 1
        Get-Content $file -Raw | Should -BeLike '*<h1>Exemple &amp; Fils</h1>*'
    }

    It 'writes a failed one as well, with -PassThru every file and the index last' {
        $files = $dossiers | Export-CompanyDossier $folder -PassThru
        $files.Name | Should -Be '123456789.html', '000000001.html', '000000003.html', 'index.html'
        Get-Content (Join-Path $folder '000000003.html') -Raw | Should -BeLike '*Nothing could be collected.*'
    }

    It 'writes one file where one is named' {
        Export-CompanyDossier -Dossier $dossiers[0] -Path (Join-Path $folder 'report.html')
        (Get-ChildItem $folder).Name | Should -Be 'report.html'
    }

    It 'refuses a second company for one file, and keeps the first' {
        $dossiers[0..1] | Export-CompanyDossier (Join-Path $folder 'report.html') -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CompanyDossierInvalidInput,*'
        $failed[0].TargetObject | Should -Be '000000001'
        "$($failed[0])" | Should -BeLike '*folder*'
        Get-Content (Join-Path $folder 'report.html') -Raw | Should -BeLike '*Exemple &amp; Fils*'
    }

    It 'makes the folder where there is none, and no folders above it' {
        $dossiers[0] | Export-CompanyDossier (Join-Path $folder 'new')
        (Get-ChildItem (Join-Path $folder 'new')).Name | Should -Be '123456789.html'
        { $dossiers[0] | Export-CompanyDossier ([IO.Path]::Combine($folder, 'no', 'where')) } | Should -Throw '*does not exist*' -ErrorId 'CompanyDossierInvalidInput,*'
    }

    It 'leaves a file that is there, and goes on; -Force replaces it' {
        $path = Join-Path $folder '123456789.html'
        Set-Content $path 'old'
        $dossiers | Export-CompanyDossier $folder -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CompanyDossierFileError,*'
        "$($failed[0])" | Should -BeLike '*already exists*-Force*'
        Get-Content $path | Should -Be 'old'
        (Get-ChildItem $folder).Name | Should -Contain '000000003.html'

        $dossiers | Export-CompanyDossier $folder -Force
        Get-Content $path -Raw | Should -BeLike '*Exemple &amp; Fils*'
        Get-ChildItem $folder | Should -HaveCount 4
    }

    It 'writes and makes nothing with -WhatIf' {
        $dossiers | Export-CompanyDossier (Join-Path $folder 'new') -WhatIf
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'gives its files to their owner alone' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no file modes' }
        $dossiers | Export-CompanyDossier $folder
        (Get-ChildItem $folder).UnixMode | Select-Object -Unique | Should -Be '-rw-------'
    }

    It 'makes one page of all with -SingleFile, in the folder or under a name' {
        (($dossiers | Export-CompanyDossier $folder -SingleFile -PassThru).Name) | Should -Be 'dossiers.html'
        $dossiers | Export-CompanyDossier (Join-Path $folder 'all.html') -SingleFile
        $page = Get-Content (Join-Path $folder 'all.html') -Raw
        foreach ($siren in $dossiers.Siren) { $page | Should -BeLike "*$siren*" }
        (Get-ChildItem $folder).Name | Should -Be 'all.html', 'dossiers.html'
        { $dossiers | Export-CompanyDossier $folder -SingleFile -Format Json } | Should -Throw '*-SingleFile is only for HTML*'
    }

    It 'tells what changed with -Change, on pages of their own and on those of the companies' {
        $store = Join-Path $folder 'store'
        New-Row 320000001 'Exemple' | Invoke-QardCollection -SavePath $store | Out-Null
        Set-CompanyDataSandboxCompany 320000001 CompanyClosed
        $dossier = New-Row 320000001 'Exemple' | Invoke-QardCollection -SavePath $store
        $changes = Compare-CompanyDossier -Path $store
        $files = $dossier, $dossiers[0] | Export-CompanyDossier $folder -Change $changes -PassThru -Manifest
        $files.Name | Should -Be '320000001.html', '320000001-changes.html', '123456789.html', 'changes.html', 'index.html'
        Get-Content (Join-Path $folder 'manifest.sha256') | Should -HaveCount 5
        foreach ($name in '320000001.html', '320000001-changes.html', 'changes.html') {
            Get-Content (Join-Path $folder $name) -Raw | Should -BeLike "*$($changes[0].Message)*"
        }

        $dossiers[0] | Export-CompanyDossier $folder -Change (Compare-CompanyDossier $dossiers[0] $dossiers[0]) -Force
        Get-Content (Join-Path $folder 'changes.html') -Raw | Should -BeLike '*No changes were found.*'
    }

    It 'makes a workbook, in the folder or under a name, and CSV files, with their hashes' {
        ($dossiers | Export-CompanyDossier $folder -Format Xlsx -PassThru -Manifest).Name | Should -Be 'dossiers.xlsx'
        ($dossiers | Export-CompanyDossier (Join-Path $folder 'book.xlsx') -PassThru -Manifest).Name | Should -Be 'book.xlsx'
        $files = $dossiers | Export-CompanyDossier $folder -Format Csv -PassThru -Manifest
        $files.Name | Should -Be 'companies.csv', 'persons.csv', 'findings.csv', 'changes.csv', 'sources.csv'
        Get-Content (Join-Path $folder 'manifest.sha256') | Should -HaveCount 7
        Test-CompanyDataAudit (Join-Path $folder 'manifest.sha256') | Should -BeNullOrEmpty
        $rows = Import-Csv (Join-Path $folder 'companies.csv')
        $rows.SIREN | Should -Be $dossiers.Siren
        $rows.Source | Select-Object -Unique | Should -Be 'SANDBOX'
        (Import-Csv (Join-Path $folder 'findings.csv')).Count | Should -Be @($dossiers | Get-CompanyDossierFinding).Count
        (Import-Csv (Join-Path $folder 'persons.csv')).Count | Should -Be @($dossiers | Get-CompanyDossierPerson).Count
        { $dossiers | Export-CompanyDossier (Join-Path $folder 'all.csv') } | Should -Throw '*CSV is five*'
    }

    It 'writes text that looks like a formula as text, unless told otherwise' {
        $dossier = New-Row 123456789 '=1+1' | Invoke-QardCollection
        $dossier | Export-CompanyDossier $folder -Format Csv
        (Import-Csv (Join-Path $folder 'companies.csv')).Company | Should -Be "'=1+1"
        $dossier | Export-CompanyDossier $folder -Format Csv -AllowFormula -Force
        (Import-Csv (Join-Path $folder 'companies.csv')).Company | Should -Be '=1+1'
    }

    It 'leaves no half file after Ctrl+C' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($Module, $Dossier, $Path) Import-Module $Module; 1..3000 | ForEach-Object { $Dossier } | Export-CompanyDossier $Path -Format Xlsx').AddArgument($ModulePath).AddArgument($dossiers[0]).AddArgument($folder)
        $running = $shell.BeginInvoke()
        Wait-Until { $running.IsCompleted -or (Get-ChildItem $folder) }
        $shell.Stop()
        Get-ChildItem $folder -Filter *.partial | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'removes what a killed export left behind, and nothing else' {
        $stale, $young, $own = "123456789.html.$([guid]::NewGuid().ToString('N')).partial", "123456789.html.$([guid]::NewGuid().ToString('N')).partial", 'draft.partial'
        $stale, $young, $own | ForEach-Object { Set-Content (Join-Path $folder $_) 'x' }
        $stale, $own | ForEach-Object { (Get-Item (Join-Path $folder $_)).LastWriteTime = (Get-Date).AddHours(-1) }
        $dossiers[0] | Export-CompanyDossier $folder -WhatIf
        Get-ChildItem $folder | Should -HaveCount 3
        $dossiers[0] | Export-CompanyDossier $folder
        (Get-ChildItem $folder -Filter *.partial).Name | Sort-Object | Should -Be ($young, $own | Sort-Object)
    }

    It 'writes for a French reader, under a title, by whom and reviewed by whom' {
        $dossiers[0] | Export-CompanyDossier $folder -Language fr -Title 'Revue annuelle' -PreparedBy 'A. Exemple' -ReviewedBy 'B. Exemple'
        $page = Get-Content (Join-Path $folder '123456789.html') -Raw
        $page | Should -BeLike '*<html lang="fr">*Revue annuelle*Établi par*A. Exemple*Vérifié par*B. Exemple*Bénéficiaires effectifs*'
    }

    It 'takes the limits that Get-CompanyDossierFinding has' {
        $dossiers[0] | Export-CompanyDossier $folder -OwnershipThreshold 10
        Get-Content (Join-Path $folder '123456789.html') -Raw | Should -BeLike "*owners of more than 10`u{a0}%*"
        foreach ($name in 'OwnershipThreshold', 'MaxAgeDays', 'ConsentNoticeDays', 'Language') {
            (Get-Command Export-CompanyDossier).Parameters[$name].ParameterType | Should -Be (Get-Command Get-CompanyDossierFinding).Parameters[$name].ParameterType
        }
    }

    It 'marks what the sandbox made' {
        $dossiers | Export-CompanyDossier $folder
        Get-ChildItem $folder | ForEach-Object { Get-Content $_ -Raw | Should -BeLike '*<strong>SANDBOX</strong>*' }
    }

    It 'says what to pipe in where it gets <What>' -ForEach @(
        @{ What = 'text'; Make = { 'text' }; Says = '*String is not a dossier*Invoke-QardCollection*' }
        @{ What = 'a profile'; Make = { $dossiers[0].Profile }; Says = '*QardCompanyProfile is not a dossier*Invoke-QardCollection*' }
        @{ What = 'a copy from a file'; Make = { $dossiers[0] | Export-Clixml "$folder.xml"; Import-Clixml "$folder.xml" }; Says = '*comes from a file*Invoke-QardCollection*' }
    ) {
        $made = & $Make
        $made | Export-CompanyDossier $folder -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike $Says
        { Export-CompanyDossier $folder $made } | Should -Throw $Says
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }
}
