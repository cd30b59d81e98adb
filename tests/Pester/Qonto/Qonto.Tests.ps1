BeforeAll { . "$PSScriptRoot/QontoHelpers.ps1" }

Describe 'New-QontoRegistration' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $path = Join-Path $TestDrive 'one.json'
        New-Table | ConvertTo-Json -Depth 8 | Set-Content $path
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'parameters'; New = { New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -Stakeholder (New-Owner) } }
        @{ What = 'a hashtable'; New = { New-QontoRegistration -InputObject (New-Table) } }
        @{ What = 'a file'; New = { New-QontoRegistration -Path $path } }
        @{ What = 'JSON text from the pipeline'; New = { Get-Content $path -Raw | New-QontoRegistration } }
        @{ What = 'an object from the pipeline'; New = { Get-Content $path -Raw | ConvertFrom-Json | New-QontoRegistration } }
        @{ What = 'a company creation'; New = { New-Table -Flow company_creation | New-QontoRegistration } }
        @{ What = 'a freelancer'; New = { New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789'; entity_type = 'freelancer' } } }
    ) {
        $made = & $New
        $made.Status | Should -Be 'pending'
        $made.Id | Should -Be $made.RegistrationId
        $made.RedirectionLink | Should -BeLike 'https://*'
        ($made | Get-QontoRegistration).Id | Should -Be $made.Id
    }

    It 'keeps amounts as decimal text: <Amount>' -ForEach @(
        @{ Amount = '1000.10' }
        @{ Amount = '0.10' }
        @{ Amount = '100000000000000000000000000.10' }
    ) {
        $one = New-Table
        $one.organization.total_capital_amount = @{ value = $Amount; currency = 'EUR' }
        $id = (New-QontoRegistration -InputObject $one).Id
        (Get-QontoRegistration $id).Organization.TotalCapitalAmount.Value | Should -BeExactly $Amount

        # A number in JSON text keeps the digits that it is written with.
        $json = (New-Table | ConvertTo-Json -Depth 8) -replace '"organization":\s*\{', "`"organization`": { `"total_capital_amount`": { `"value`": $Amount, `"currency`": `"EUR`" },"
        ($json | New-QontoRegistration).Organization.TotalCapitalAmount.Value | Should -BeExactly $Amount
    }

    It 'refuses with the findings of Test-QontoRegistration, and sends nothing' {
        $bad = New-Table
        $bad.partner_user = @{ first_name = 'Sacha' }
        $before = Get-QontoRequestCount
        New-QontoRegistration -InputObject $bad -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        $failed[0].Exception.Findings.Pointer | Should -Be (Test-QontoRegistration $bad).Pointer
        $failed[0].Exception.Findings.Remedy | Should -Be (Test-QontoRegistration $bad).Remedy
        "$($failed[0])" | Should -BeLike '*/partner_user/email*-SkipValidation*'
        Get-QontoRequestCount | Should -Be $before
    }

    It 'lets the service judge with -SkipValidation' {
        $bad = New-Table
        $bad.partner_user = @{ first_name = 'Sacha' }
        $before = Get-QontoRequestCount
        New-QontoRegistration -InputObject $bad -SkipValidation -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalid,*'
        "$($failed[0])" | Should -BeLike '*422*/partner_user/*trace id*'
        Get-QontoRequestCount | Should -Be ($before + 1)
    }

    It 'does not stop the pipeline at one that is refused' {
        $made = '000000422', '123456789', '000000500' | ForEach-Object { New-Table $_ } | New-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        @($made).Count | Should -Be 1
        $failed.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'QontoInvalid', 'QontoOutcomeUnknown'
        "$($failed | Where-Object FullyQualifiedErrorId -Like 'QontoInvalid,*')" | Should -BeLike '*unsupported_country*/organization/address/country*'
    }

    It 'is sent once where the outcome is unknown, and says how to look' {
        $before = Get-QontoRequestCount
        New-Table 000000502 | New-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoOutcomeUnknown,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-QontoRegistration*'
        Get-QontoRequestCount | Should -Be ($before + 1)
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-QontoRequestCount
        New-Table | New-QontoRegistration -WhatIf | Should -BeNullOrEmpty
        Get-QontoRequestCount | Should -Be $before
    }

    It 'tells what it does with -Verbose, without a gap where the name is unknown' {
        $said = New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$($said[0])" | Should -Be 'Create a Qonto registration (existing_company) for 123456789'
        "$($said[-1])" | Should -BeLike "Qonto: POST register/registrations $([char] 0x2192) 201, 1 attempt, * ms"
    }

    It 'keeps fields that no document names' {
        $made = New-Table 000000004 | New-QontoRegistration
        $made.NewField | Should -BeOfType string
        $made.Flow.Type | Should -Be 'assisted'
    }
}

Describe 'Registrations that exist' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $created = New-Table 000000001 | New-QontoRegistration
        $stuck = New-Table 000000002 | New-QontoRegistration
        $plain = New-Table 123456789 | New-QontoRegistration
        $creation = New-Table 987654321 company_creation | New-QontoRegistration
    }

    It 'are listed, found by id and filtered by -Status' {
        (Get-QontoRegistration).Id | Sort-Object | Should -Be ($created.Id, $stuck.Id, $plain.Id, $creation.Id | Sort-Object)
        (Get-QontoRegistration -Id $plain.Id).Id | Should -Be $plain.Id
        ($created.Id, $stuck.Id | Get-QontoRegistration).Id | Should -Be $created.Id, $stuck.Id
        (Get-QontoRegistration -Status 'CREA*').Id | Should -Be $created.Id
        Get-QontoRegistration -Status none | Should -BeNullOrEmpty
    }

    It 'are QontoNotFound by an unknown id' {
        $found = 'no-such-id', $plain.Id | Get-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Id | Should -Be $plain.Id
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-id'
    }

    It 'are waited for no longer than they need: the status is reached already, or passed' {
        (Wait-QontoRegistration $plain.Id -Until pending -Timeout 5).Id | Should -Be $plain.Id
        ($plain | Wait-QontoRegistration -Until created -Timeout 5).Id | Should -Be $plain.Id
    }

    It 'are waited for with a warning where nobody documents the status' {
        $null = $plain | Wait-QontoRegistration -Until complted -Timeout 0.1 -WarningVariable said -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failed
        $said.Count | Should -Be 1
        "$said" | Should -BeLike "'complted' is not a status*completed*"
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoWaitTimeout,*'
    }

    It 'are waited for through a status that is ignored' {
        # Under review before it is completed.
        $odd = New-Table 000000003 | New-QontoRegistration
        $null = New-Connection 333333333 | Grant-CompanyDataSandboxConsent -RedirectUrl $odd.RedirectionLink
        ($odd | Wait-QontoRegistration -IgnoreStatus under_review -Timeout 15).Status | Should -Be 'completed'
    }

    It 'are created with a flow that nobody documents, and a warning' {
        $odd = New-QontoRegistration -LegalFlow invoicing -PartnerUser $partner -Organization @{ legal_name = 'Exemple SAS' } -WarningVariable said -WarningAction SilentlyContinue
        $odd.LegalFlow | Should -Be 'invoicing'
        "$said" | Should -BeLike "'invoicing' is not a legal flow*company_creation*"
    }

    It 'time out with the link to hand on' {
        $time = Measure-Command { $stuck | Wait-QontoRegistration -Until completed -Timeout 0.5 -ErrorAction SilentlyContinue -ErrorVariable failed }
        $time.TotalSeconds | Should -BeLessThan $Soon
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoWaitTimeout,*'
        "$($failed[0])" | Should -BeLike '*still pending*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*$($stuck.RedirectionLink)*"
    }

    It 'are completed once the owner has followed the link' {
        # The embedded sandbox's pages are of one world: Qard's consent cmdlet visits any of them.
        $visited = New-Table 111111111 | New-QontoRegistration
        $null = New-Connection 222222222 | Grant-CompanyDataSandboxConsent -RedirectUrl $visited.RedirectionLink
        ($visited | Wait-QontoRegistration -Timeout 15).Status | Should -Be 'completed'
        $events = Get-QontoEvent | Where-Object ResourceId -EQ $visited.Id
        $events.EventType | Should -Contain 'registrations.completed'
        (Get-QontoEvent 'registrations.compl*').ResourceId | Should -Contain $visited.Id
        Get-QontoEvent 'organizations.*' | Should -BeNullOrEmpty
    }

    It 'send the owner an e-mail where the company is being created, and nowhere else' {
        $creation | Send-QontoOwnerEmail | Should -BeNullOrEmpty
        $plain | Send-QontoOwnerEmail -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalid,*'
        $failed[0].TargetObject | Should -Be $plain.Id
        "$($failed[0])" | Should -BeLike "*$($plain.Id)*company creation*"
        $before = Get-QontoRequestCount
        $creation | Send-QontoOwnerEmail -WhatIf
        Get-QontoRequestCount | Should -Be $before
    }
}

Describe 'A status that nobody documents' {
    It 'ends a wait with a word' {
        $server = Start-Server -Body '{"registration":{"id":"r-1","status":"archived"}}'
        $session = Connect-Qonto $token a-partner -Uri $server.Uri -PassThru
        try { Wait-QontoRegistration r-1 -Session $session -ErrorAction SilentlyContinue -ErrorVariable failed }
        finally {
            Stop-Server $server
            $null = $session | Disconnect-Qonto
        }
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoUnknownStatus,*'
        "$($failed[0])" | Should -BeLike "*'archived'*"
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*-IgnoreStatus archived*'
    }
}

Describe 'Registration files' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $registration = New-Table -Flow company_creation | New-QontoRegistration
        $pdf = Join-Path $TestDrive 'kbis.pdf'
        Set-Content $pdf '%PDF-1.4 a sample'
        Set-Content (Join-Path $TestDrive 'kbis.txt') 'text'
        $null = New-Item (Join-Path $TestDrive 'empty.pdf')
        $large = [IO.File]::Create((Join-Path $TestDrive 'large.pdf'))
        $large.SetLength(31MB)
        $large.Dispose()
    }

    It 'are added and listed' {
        $file = $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-kbis
        $file.FileType, $file.FileName, $file.RegistrationId | Should -Be 'organization-kbis', 'kbis.pdf', $registration.Id
        ($registration | Get-QontoRegistrationFile).Id | Should -Be $file.Id
        ($file | Get-QontoRegistrationFile).FileId | Should -Be $file.Id
    }

    It 'are replaced by removing them first' {
        $first = $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-by-laws
        $first | Remove-QontoRegistrationFile -WhatIf
        $first | Remove-QontoRegistrationFile -Confirm:$false | Should -BeNullOrEmpty
        Get-QontoRegistrationFile $registration.Id $first.Id -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoNotFound,*'
        ($registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-by-laws).Id | Should -Not -Be $first.Id
    }

    It 'are for company creations only, which is said before <_> sends anything' -ForEach @(
        '$existing | Add-QontoRegistrationFile -Path $pdf -FileType organization-kbis', '$existing | Get-QontoRegistrationFile'
    ) {
        $existing = New-Table | New-QontoRegistration
        $before = Get-QontoRequestCount
        . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        "$($failed[0])" | Should -BeLike '*existing company*company creations only*'
        Get-QontoRequestCount | Should -Be $before
    }

    It 'are read for their flow where only the id is given, and no file is sent' {
        $existing = New-Table | New-QontoRegistration
        $before = Get-QontoRequestCount
        Add-QontoRegistrationFile $existing.Id $pdf organization-kbis -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        Get-QontoRequestCount | Should -Be ($before + 1)
    }

    It 'are refused before any call where <What>' -ForEach @(
        @{ What = 'the file is missing'; File = 'no-such.pdf'; Type = 'organization-kbis'; Word = '*does not exist*' }
        @{ What = 'the extension is another'; File = 'kbis.txt'; Type = 'organization-kbis'; Word = '*not a pdf, png, jpg or jpeg*' }
        @{ What = 'the file is empty'; File = 'empty.pdf'; Type = 'organization-kbis'; Word = '*30 MB*' }
        @{ What = 'the file is too large'; File = 'large.pdf'; Type = 'organization-kbis'; Word = '*30 MB*' }
        @{ What = 'the type is unknown'; File = 'kbis.pdf'; Type = 'organization-selfie'; Word = '*organization-kbis*' }
        @{ What = 'the stakeholder is missing'; File = 'kbis.pdf'; Type = 'stakeholder-proof-of-identity'; Word = '*stakeholder*id*' }
    ) {
        $before = Get-QontoRequestCount
        Add-QontoRegistrationFile $registration.Id (Join-Path $TestDrive $File) $Type -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        "$($failed[0])" | Should -BeLike $Word
        Get-QontoRequestCount | Should -Be $before
    }

    It 'are not sent with -WhatIf' {
        $before = Get-QontoRequestCount
        $registration | Add-QontoRegistrationFile -Path $pdf -FileType organization-by-laws -WhatIf
        Get-QontoRequestCount | Should -Be $before
    }
}

Describe 'A server that answers <Status> with the secrets in it' -ForEach @(
    @{ Status = 401; Body = '{"errors":[{"code":"{key}","detail":"The token {key} is wrong","source":{"pointer":"{key}"}}],"trace_id":"{key}"}' }
    @{ Status = 400; Body = 'bad token {key}: {body}' }
    @{ Status = 500; Body = '<html><h1>{key}</h1></html>' }
    @{ Status = 200; Body = 'hello {key}' }
) {
    BeforeAll {
        $server = Start-Server -Status $Status -Body $Body
        $canary, $staging, $hook = 1..3 | ForEach-Object { "canary-$(New-Guid)" }
        $jwt = New-Jwt @{ customer = "canary-$(New-Guid)"; salt = "$(New-Guid)" }
        $secrets = $canary, $staging, $hook, $jwt | ForEach-Object { ConvertTo-SecureString $_ -AsPlainText -Force }
        $leak = @($canary, $staging, $hook, $jwt, $jwt.Split('.')[1] | ForEach-Object {
            [regex]::Escape($_)
            [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($_))
        }) -join '|'
        Connect-Qonto $secrets[0] a-partner -StagingToken $secrets[1] -Uri $server.Uri -MaxRetry 0
        Connect-Creditro $secrets[3] -Uri $server.Uri -MaxRetry 0
    }

    AfterAll {
        Stop-Server $server
        Disconnect-Qonto
        Disconnect-Creditro
    }

    It 'does not make <_> show one' -ForEach @(
        'Get-QontoRegistration', 'Get-QontoRegistration some-id', 'New-QontoRegistration -InputObject (New-Table)', 'Send-QontoOwnerEmail some-id'
        'New-QontoWebhook https://hooks.example.test/ $secrets[2]', 'Get-QontoEvent', 'Get-QontoRegistrationFile some-id', 'Get-CreditroKycCase', 'Get-QontoWebhook'
        'Set-QontoWebhook w-1 https://hooks.example.test/ -Enabled $true -Secret $secrets[2]', 'Send-QontoPartnerEvent told some-id', 'Remove-QontoRegistrationFile a b -Confirm:$false'
        'Get-CreditroToken | Select-Object Issuer, ExpiresAt', 'Get-CompanyDataSession', 'Get-CompanyDataUsage'
    ) {
        $global:Error.Clear()
        $said = & {
            $VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'
            $ErrorActionPreference = 'Continue'
            try { & ([scriptblock]::Create($args[0])) *>&1 } catch { $_ }
        } $_
        $path = Join-Path $TestDrive 'said.xml'
        $said | Export-Clixml $path -Depth 4
        $all = @(
            $said | Out-String -Width 4096
            $said | Format-List * -Force | Out-String -Width 4096
            $said | ForEach-Object { "$_" }
            foreach ($record in @($global:Error)) {
                $record | Get-Error | Out-String -Width 4096
                for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) { $exception.ToString(); $exception.Data | Out-String }
            }
            Get-Content $path -Raw
        ) -join "`n"
        $all.Length | Should -BeGreaterThan 100
        [regex]::Matches($all, $leak) | ForEach-Object { $all.Substring([Math]::Max(0, $_.Index - 120), 120) } | Should -BeNullOrEmpty
    }
}
