BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    Connect-CompanyDataSandbox -SyncDuration 0
    $user = New-Inspected
    $pdf = Join-Path $TestDrive 'return.pdf'
    Set-Content $pdf '%PDF-1.4 a sample'
}

Describe 'Get-QardConformityCheck' {
    It 'joins each check to the officer, owner or company that it is about' {
        $checks = Get-QardConformityCheck $user
        $officers = Get-QardCompanyOfficer $user
        foreach ($check in $checks | Where-Object SubjectType -EQ Officer) {
            $officer = $officers | Where-Object Id -EQ $check.OfficerId
            $check.Subject | Should -Be ($officer.Name ?? "$($officer.FirstName) $($officer.LastName)")
        }
        ($checks | Where-Object SubjectType -EQ BeneficialOwner).Count | Should -Be @(Get-QardBeneficialOwner $user).Count
        ($checks | Where-Object SubjectType -EQ Company).Subject | Should -Be (Get-QardCompanyProfile $user).Name
    }

    It 'gives the hits alone with -Attention, with their tags' {
        $hit = Get-QardConformityCheck $user -Attention | Where-Object SubjectType -EQ Officer
        $hit.Outcome | Should -Be 'ATTENTION'
        $hit.Tags[0].Type, $hit.Tags[0].Title | Should -Be 'pep', 'Personne politiquement exposée (fictive)'
        $hit | Format-Table | Out-String | Should -Match 'Officer'
    }

    It 'finds the company by its siren' {
        @(Get-QardConformityCheck -Siren 000000009).Count | Should -Be @(Get-QardConformityCheck $user).Count
    }
}

Describe 'Compliance data of <Type>' -ForEach @(
    @{ Type = 'TAX_RETURN'; Model = 'QardTaxReturn'; Has = 'TaxReturnValues' }
    @{ Type = 'VAT_DECLARATION'; Model = 'QardVatDeclaration'; Has = 'TotalToPay' }
    @{ Type = 'CORPORATE_TAX'; Model = 'QardCorporateTax'; Has = 'NetResult' }
    @{ Type = 'TAX_CLEARANCE_CERTIFICATE'; Model = 'QardTaxClearanceCertificate'; Has = 'FileId' }
    @{ Type = 'TAX_ACCOUNT'; Model = 'QardRecord'; Has = 'Balance' }
    @{ Type = 'BANK_ACCOUNT'; Model = 'QardBankAccount'; Has = 'Owners' }
) {
    It 'has a model where its fields are published' {
        $items = Get-QardData $Type $user
        $items | ForEach-Object { $_.GetType().Name } | Select-Object -Unique | Should -Be $Model
        $items[0].$Has | Should -Not -BeNullOrEmpty
        $items[0].DataType, $items[0].UserId | Should -Be $Type, $user
    }
}

Describe 'A company in a collective procedure' {
    It 'shows in its notices, judgments and background check, and as findings' {
        $id = New-Collected 000000010 COMPANY_PROFILE, LEGAL_NOTICE, COLLECTIVE_PROCEDURE, BACKGROUND_CHECK_V2
        (Get-QardData COLLECTIVE_PROCEDURE $id).JudgmentNature | Should -BeLike '*redressement judiciaire*'
        (Get-QardData LEGAL_NOTICE $id).Event | Should -Contain "Jugement d'ouverture d'une procédure de redressement judiciaire"
        $check = Get-QardData BACKGROUND_CHECK_V2 $id
        $check.Acceptable, $check.Reasons[0], $check.Details.Nodes.Count | Should -Be 'NOK', 'FINANCIAL_DIFFICULTIES', 3
        (Invoke-QardCollection -Siren 000000010 -DataType COMPANY_PROFILE, LEGAL_NOTICE, BACKGROUND_CHECK | Get-CompanyDossierFinding).Code |
            Should -Contain 'CollectiveProcedure'
    }
}

Describe 'One item of a data type' {
    It 'is read with all its values' {
        $one = Get-QardData TAX_RETURN $user | Select-Object -Last 1
        (Get-QardData TAX_RETURN $user -ItemId $one.Id).TaxReturnValues.ToString() | Should -Be $one.TaxReturnValues.ToString()
        Get-QardData TAX_RETURN $user -ItemId none -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
    }

    It 'is refused where there is no such call' {
        Get-QardData ACT $user -ItemId x -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        "$($failed[0])" | Should -BeLike '*TAX_RETURN*'
    }
}

Describe 'Monitoring alerts' {
    It 'are listed, and a user is subscribed to one' {
        $alert = Get-QardNotification *OFFICER*
        $alert.Name | Should -Be 'COMPANY_OFFICER_UPDATED'
        (Set-QardUser $user -Notification $alert.Name -PassThru).Notifications | Should -Be $alert.Name
    }
}

Describe 'Tax returns that are handed in' {
    It 'are read, or say why not' {
        $input1 = Add-QardTaxReturnFile $user $pdf -ClosingDate 2023-12-31 -Type c -SubmittedDate 2024-05-03
        ($input1 | Wait-QardTaxReturnInput).ProcessStatus | Should -Be 'FINISHED'
        $text = Join-Path $TestDrive 'return.txt'
        Set-Content $text 'no PDF'
        $input2 = Add-QardTaxReturnFile $user $text -ClosingDate 2022-12-31 -Type S
        $input2 | Wait-QardTaxReturnInput -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardSyncFailed,*'
        (Get-QardTaxReturnInput $user).InputId | Should -Be $input1.InputId, $input2.InputId
        (Get-QardTaxReturnInput $user -Status ERR*).ErrorMessage | Should -BeLike '*not a PDF*'
    }

    It 'are tax returns once they have been read' {
        $read = Add-QardTaxReturnFile $user $pdf -ClosingDate 2020-06-30 -Type S -Duration 6 | Wait-QardTaxReturnInput | Get-QardData TAX_RETURN
        $read.ClosingDate, $read.Type, $read.Duration | Should -Be ([datetime] '2020-06-30'), 'S', 6
        (Get-QardData TAX_RETURN $user).Id | Should -Contain $read.Id
    }

    It 'are checked before anything is sent: <What>' -ForEach @(
        @{ What = 'no file'; Try = { Add-QardTaxReturnFile $user no-such.pdf -ClosingDate 2023-12-31 -Type C -ErrorAction SilentlyContinue -ErrorVariable script:failed } }
        @{ What = 'no type'; Try = { Add-QardTaxReturnFile $user $pdf -ClosingDate 2023-12-31 -Type X -ErrorAction SilentlyContinue -ErrorVariable script:failed } }
        @{ What = 'submitted too early'; Try = { Add-QardTaxReturnFile $user $pdf -ClosingDate 2023-12-31 -SubmittedDate 2023-12-30 -Type C -ErrorAction SilentlyContinue -ErrorVariable script:failed } }
        @{ What = '-WhatIf'; Try = { Add-QardTaxReturnFile $user $pdf -ClosingDate 2023-12-31 -Type C -WhatIf } }
    ) {
        $before = Get-RequestCount
        & $Try
        if ($What -ne '-WhatIf') { $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*' }
        Get-RequestCount | Should -Be $before
    }
}

Describe 'A list that Qard cuts off' {
    It 'is read with a warning' {
        $id = New-Collected 123123123 COURT_DECISION
        Get-QardData COURT_DECISION $id -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        "$said" | Should -Not -BeLike '*limited*'
        Set-CompanyDataSandboxCompany 123123123 (@('CourtDecisionAdded') * 25)
        Get-QardData COURT_DECISION $id -WarningVariable said -WarningAction SilentlyContinue | Should -HaveCount 20
        "$said" | Should -BeLike '*COURT_DECISION is limited to 20 items*'
    }
}

Describe 'Setting a provider up' {
    It 'refuses what cannot be, before anything is sent: <What>' -ForEach @(
        @{ What = 'a number of months that is none'; Try = { Set-QardProvider budget_insight -Setting @{ month_history = 'all' } -ErrorAction SilentlyContinue -ErrorVariable script:failed }; Says = '*number of months*' }
        @{ What = 'a flag that is none'; Try = { Set-QardProvider comply_cube -Setting @{ officers_check = 'yes' } -ErrorAction SilentlyContinue -ErrorVariable script:failed }; Says = '*$true or $false*' }
        @{ What = 'another type'; Try = { Set-QardProvider sandbox_ocr -Setting @{ type = 'ALL' } -ErrorAction SilentlyContinue -ErrorVariable script:failed }; Says = '*COMPLETE or SIMPLIFIED*' }
        @{ What = 'a credential that is missing'; Try = { Set-QardProviderCredential infogreffe @{ client_id = 'x' } -ErrorAction SilentlyContinue -ErrorVariable script:failed }; Says = '*password is missing*' }
    ) {
        $before = Get-RequestCount
        & $Try
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        "$($failed[0])" | Should -BeLike $Says
        Get-RequestCount | Should -Be $before
    }

    It 'warns of locked accounts at Infogreffe, and of names that nobody documents' {
        Set-QardProviderCredential infogreffe @{ client_id = 'x'; password = ConvertTo-Secret 'y' } -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike '*locks an account*'
        Set-QardProvider comply_cube -Setting @{ officer_check = $true } -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "'officer_check'*Did you mean 'officers_check'*"
    }

    It 'completes what is documented' {
        $line = 'Set-QardProvider comply_cube '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain '@{ auto_connect = $true; officers_check = $true; beneficial_owners_check = $true; background_check_nodes_check = $true }'
    }
}
