# What people run into when they combine commands: variables of the pipeline, rows of their own, files and signatures as servers write them.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
}

# PowerShell/PowerShell#10932: the variable does not follow the output of a function.
Describe '-PipelineVariable' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0 -Latency 0.02
        $users = '383474814', '542065479', '552032534', '652014051', '722057460', '775670417' | ForEach-Object { New-Row $_ | New-QardUser -WarningAction SilentlyContinue }
    }

    # Five of six rows had the variable of a later company.
    It 'of an earlier command belongs to the row' {
        $rows = $users | ForEach-Object { $_ } -PipelineVariable user | Get-QardUser | ForEach-Object { "$($user.Siren) $($_.Siren)" }
        $rows | Should -Be ($users | ForEach-Object { "$($_.Siren) $($_.Siren)" })
    }

    It 'of an earlier command belongs to the row, where the pipeline has several lines' {
        $rows = $users |
            ForEach-Object { $_ } -PipelineVariable user |
            Get-QardUser |
            ForEach-Object { "$($user.Siren) $($_.Siren)" }
        $rows | Should -Be ($users | ForEach-Object { "$($_.Siren) $($_.Siren)" })
        $pairs = foreach ($turn in 1) {
            $users | ForEach-Object -pv user { $_ } |
                Where-Object { $true } |
                Get-QardUser | ForEach-Object { $user.Siren -eq $_.Siren }
        }
        $pairs | Should -Not -Contain $false
    }

    It 'of the command itself belongs to the row, as <_>' -ForEach 'PipelineVariable', 'pv' {
        $given = @{ $_ = 'user' }
        $rows = $users.Id | Get-QardUser @given | ForEach-Object { "$($user.Siren) $($_.Siren)" }
        $rows | Should -Be ($users | ForEach-Object { "$($_.Siren) $($_.Siren)" })
    }
}

Describe 'A file' {
    # dotnet/runtime#36683: servers write UTF-8 into a plain filename=, which HttpClient reads as Latin-1.
    It 'whose header is <Header> is saved as <Name>' -ForEach @(
        @{ Header = 'attachment; filename="société (1).pdf"'; Name = 'société (1).pdf' }
        @{ Header = 'attachment; filename=société.pdf'; Name = 'société.pdf' }
        @{ Header = 'attachment; filename=act of 2024 (1).pdf'; Name = 'act of 2024 (1).pdf' }
        @{ Header = 'attachment; filename="act.pdf";'; Name = 'act.pdf' }
        @{ Header = 'attachment; filename=act.pdf;'; Name = 'act.pdf' }
        @{ Header = 'attachment;filename=act.pdf; size=12'; Name = 'act.pdf' }
        @{ Header = 'attachment; filename="a \"b\".pdf"'; Name = 'a b.pdf' }
        @{ Header = "attachment; filename*=UTF-8''st%C3%A9.pdf"; Name = 'sté.pdf' }
        @{ Header = "attachment; filename=old.pdf; filename*=UTF-8''soci%C3%A9t%C3%A9%20(1).pdf"; Name = 'société (1).pdf' }
        @{ Header = "attachment; filename*=iso-8859-1''st%E9.pdf"; Name = 'sté.pdf' }
        @{ Header = ''; Type = 'application/pdf'; Name = 'f-1.pdf' }
        @{ Header = 'attachment'; Type = 'text/csv; charset=utf-8'; Name = 'f-1.csv' }
        @{ Header = ''; Type = 'application/octet-stream'; Name = 'f-1.bin' }
        @{ Header = 'attachment; filename=../../etc/passwd'; Name = 'passwd' }
    ) {
        $uri, $listener = Open-Listener
        $type = $Type ?? 'application/pdf'
        $shell = [powershell]::Create().AddScript({
            param($listener, $header, $type)
            $context = $listener.GetContext()
            $context.Response.ContentType = $type
            if ($header) { $context.Response.Headers['Content-Disposition'] = $header }
            $context.Response.Close([byte[]] (37, 80, 68, 70), $true)
        }).AddParameters(@($listener, $Header, $type))
        $null = $shell.BeginInvoke()
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret 'a-key-of-a-test') -Uri $uri -MaxRetry 0
            $folder = (New-Item (Join-Path $TestDrive (New-Guid)) -ItemType Directory).FullName
            (Save-QardFile f-1 -Path $folder).Name | Should -Be $Name
        }
        finally { $listener.Close(); $shell.Dispose() }
    }
}

# stripe/stripe-node#341 and stripe/stripe-node#356: the body was parsed before it was checked; stripe/stripe-php#884: it was written anew.
Describe 'A signature' {
    BeforeAll {
        $secret = ConvertTo-Secret 'the-secret-of-a-webhook'
        $body = '{"id":"1"}'
        $now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
        function Get-Hmac([string] $Text) {
            $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes('the-secret-of-a-webhook'))
            [Convert]::ToHexString($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text))).ToLowerInvariant()
        }
    }

    It 'with several v1= is right if one of them is: <_>' -ForEach 't={0},v1={2},v1={1}', 't={0},v1={1},v1={2}', 'v1={2},v1={1},t={0}' {
        $id = Get-Random
        $signed = "{`"id`":`"$id`"}"
        Test-QontoWebhook $signed -Secret $secret -Signature ($_ -f $now, (Get-Hmac "$now.$signed"), ('0' * 64)) | Should -BeTrue
    }

    It 'with several wrong v1= is wrong' {
        Test-QontoWebhook $body -Secret $secret -Signature "t=$now,v1=$('0' * 64),v1=$('1' * 64)" | Should -BeFalse
    }

    It 'over a body given as <Name> is an error that says what it is' -ForEach @(
        @{ Name = 'a stream'; Get = { [IO.MemoryStream]::new([byte[]] (1, 2)) }; Says = '*MemoryStream*the body as received*' }
        @{ Name = 'a file'; Get = { Set-Content (Join-Path $TestDrive 'body.json') $body; Get-Item (Join-Path $TestDrive 'body.json') }; Says = '*FileInfo*ReadAllBytes*' }
        @{ Name = 'an object'; Get = { $body | ConvertFrom-Json }; Says = '*before ConvertFrom-Json*' }
        @{ Name = 'a table'; Get = { @{ id = 1 } }; Says = '*Hashtable*' }
        @{ Name = 'lines'; Get = { 'a', 'b' }; Says = '*separate lines*-Raw*' }
    ) {
        foreach ($command in 'Test-QontoWebhook', 'Test-PowensWebhook') {
            $further = if ($command -like '*Powens*') { @{ Path = '/hook'; Date = '1' } } else { @{} }
            { & $command (& $Get) -Secret $secret -Signature 'x' @further -ErrorAction Stop } | Should -Throw $Says
        }
    }
}

Describe 'A null that was given to a command without a service' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0; $dossier = Invoke-QardCollection 'Exemple SAS' 383474814 }

    It '<_> is an error' -ForEach @(
        '$dossier | Export-CompanyDossier -Path $null', 'Export-CompanyDossier out $null', '$dossier | Export-CompanyDossier out -Format $null', 'Get-QardCollectionJournal $null'
        'Get-CompanyDataSession $null', 'Start-CompanyDataAudit $null', 'Get-CompanyDataAudit -Path $null', 'Test-CompanyDataAudit $null', 'Connect-CompanyDataSandbox -SyncDuration $null'
        'Set-CompanyDataSandboxCompany $null', 'ConvertTo-QontoRegistration $dossier -PartnerUser $null', 'ConvertTo-QontoRegistration $null -PartnerUser @{ first_name = "A" }'
        'Get-CompanyDossierPerson $null', 'Import-CompanyDossier $null', 'Get-CompanyDossier $null', 'Compare-CompanyDossier $dossier $null'
    ) {
        { & ([scriptblock]::Create($_)) -ErrorAction Stop } | Should -Throw
        { . ([scriptblock]::Create("$_ -ErrorAction Stop")) } | Should -Throw
    }
}

Describe 'A registration' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0
        $user = @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }
        $owner = @{ first_name = 'Anne'; last_name = 'Durand'; email = 'a@exemple.test'; capital_amount = @{ value = '10'; currency = 'EUR' }; shareholding_type = 'physical'; phone_number = '+33 123456789' }
        $copy = {
            $path = Join-Path $TestDrive 'copy.xml'
            Invoke-QardCollection 'Exemple SAS' 383474814 | Export-Clixml $path
            Import-Clixml $path
        }
    }

    It 'takes an owner as <Name>' -ForEach @(
        @{ Name = 'a table'; Get = { $owner } }
        @{ Name = 'an ordered table'; Get = { $map = [ordered]@{}; $owner.Keys | ForEach-Object { $map[$_] = $owner[$_] }; $map } }
        @{ Name = 'an object'; Get = { [pscustomobject] $owner } }
        @{ Name = 'a row with the names of properties'; Get = { [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = 'a@exemple.test'; CapitalAmount = '10'; ShareholdingType = 'physical'; PhoneNumber = '+33 123456789' } } }
        @{ Name = 'what New-QontoStakeholder makes'; Get = { New-QontoStakeholder Anne Durand a@exemple.test -CapitalAmount 10 -PhysicalShareholder -PhoneNumber '+33 123456789' } }
    ) {
        $given = & $Get
        Test-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Owner $given | Should -BeNullOrEmpty
        $made = New-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Owner $given
        $made.Stakeholders[0].LastName, $made.Stakeholders[0].IsOwner | Should -Be 'Durand', $true
        @(Test-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Stakeholder $given, $given).Rule | Should -Contain 'exactly-one-owner'
    }

    It 'refuses an owner that is text' {
        { Test-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Owner 'Anne' -ErrorAction Stop } | Should -Throw '*New-QontoStakeholder*'
    }

    It 'from a dossier that was read back by Import-Clixml: the error says what that is' {
        { & $copy | ConvertTo-QontoRegistration -PartnerUser $user -ErrorAction Stop } | Should -Throw '*incomplete copy*Import-CompanyDossier*'
    }
}

Describe 'What comes from the sandbox says so' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'in Get-CompanyDataSession' {
        Get-CompanyDataSession | ForEach-Object { "$_" | Should -BeLike '*(SANDBOX)'; $_.IsSandbox | Should -BeTrue }
    }

    It 'in a KYC case, some of which are companies of the example' {
        $examples = (Import-Csv "$PSScriptRoot/../../../examples/companies.csv").siren
        $cases = Get-CreditroKycCase
        $joined = @($cases | Where-Object CompanyNumber -In $examples)
        $joined.CompanyNumber | Should -Be '383474814', '451321335', '552032534', '632012100', '380129866'
        ($joined[0] | Invoke-QardCollection).Name | Should -Be 'AIRBUS'
        $cases | ConvertTo-Csv | Select-Object -Skip 1 | Should -BeLike '*SANDBOX*'
    }

    It 'in tables, and in documents' {
        $dossier = Invoke-QardCollection 'Exemple SAS' 383474814 -DataType COMPANY_PROFILE, COMPANY_OFFICER, ACT
        $folder = Join-Path $TestDrive (New-Guid)
        $dossier | Export-CompanyDossier $folder -Format Csv
        foreach ($file in 'companies.csv', 'persons.csv', 'sources.csv') { (Import-Csv (Join-Path $folder $file)).Source | Should -Contain 'SANDBOX' -Because $file }
        $dossier.IsSandbox, ($dossier | ConvertTo-Csv | ConvertFrom-Csv).IsSandbox | Should -Be $true, 'True'
        foreach ($file in (Save-QardFile $dossier.Data['ACT'][0].FileId $TestDrive), (Get-PowensDocument | Select-Object -First 1 | Save-PowensDocument -Path $TestDrive)) {
            [IO.File]::ReadAllText($file.FullName) | Should -BeLike '%PDF*SANDBOX*'
        }
    }

    It 'in a file of a dossier' {
        $path = Join-Path $TestDrive 'dossier.json'
        Invoke-QardCollection 'Exemple SAS' 383474814 | Export-CompanyDossier $path -Format Json
        (Get-Content $path -Raw | ConvertFrom-Json).environment | Should -Be 'SANDBOX'
        (Import-CompanyDossier $path).IsSandbox | Should -BeTrue
    }
}
