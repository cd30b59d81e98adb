BeforeAll { . "$PSScriptRoot/PowensHelpers.ps1" }

Describe 'Accounts' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 5 }

    It 'Get-PowensAccount lists by <How>' -ForEach @(
        @{ How = 'nothing at all'; Get = { Get-PowensAccount } }
        @{ How = 'connection'; Get = { Get-PowensAccount -ConnectionId 1 } }
        @{ How = 'a connection from the pipeline'; Get = { Get-PowensConnection 1 | Get-PowensAccount } }
        @{ How = 'user'; Get = { Get-PowensAccount -UserId 1 } }
        @{ How = 'a user from the pipeline'; Get = { Get-PowensUser 1 | Get-PowensAccount } }
    ) {
        $accounts = & $Get
        $accounts.AccountId | Should -Be '101', '102', '104', '105', '106'
        $accounts[0].Balance | Should -BeOfType decimal
        $accounts[0].Balance, $accounts[0].CurrencyCode, $accounts[0].Type | Should -Be 1234567.89, 'EUR', 'checking'
        $accounts[4].CurrencyCode | Should -Be 'USD'
        $accounts.ConnectionId | Select-Object -Unique | Should -Be '1'
    }

    It 'lists disabled ones with -IncludeDisabled' {
        (Get-PowensAccount -IncludeDisabled).AccountId | Should -Contain '103'
        (Get-PowensConnection 1 | Get-PowensAccount -IncludeDisabled | Where-Object Disabled).AccountId | Should -Be '103'
    }

    It 'reads one by <How>' -ForEach @(
        @{ How = 'position'; Get = { Get-PowensAccount 102 } }
        @{ How = 'a transaction of it'; Get = { Get-PowensTransaction 102 | Select-Object -First 1 | Get-PowensAccount } }
        @{ How = 'property name'; Get = { [pscustomobject]@{ AccountId = 102 } | Get-PowensAccount } }
    ) {
        (& $Get).Name | Should -Be 'Livret'
    }

    It 'gives nothing, and no error, where a connection has none' {
        $connection = New-Magic 14
        $connection | Get-PowensAccount -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
        Get-PowensConnection | Get-PowensAccount | Select-Object -ExpandProperty ConnectionId -Unique | Should -Be '1'
    }

    It 'Set-PowensAccount changes <What>' -ForEach @(
        @{ What = 'the name'; With = @{ Name = 'Caisse' }; Property = 'Name'; Value = 'Caisse' }
        @{ What = 'whether it is shown'; With = @{ Display = $false }; Property = 'Display'; Value = $false }
        @{ What = 'the usage'; With = @{ Usage = 'ASSO' }; Property = 'Usage'; Value = 'ASSO' }
        @{ What = 'the bookmark'; With = @{ Bookmarked = $true }; Property = 'Bookmarked'; Value = $true }
    ) {
        Set-PowensAccount 101 @With | Should -BeNullOrEmpty
        (Get-PowensAccount 101).$Property | Should -Be $Value
        (Get-PowensAccount 102 | Set-PowensAccount @With -PassThru).$Property | Should -Be $Value
    }

    It 'Set-PowensAccount disables and enables' {
        Set-PowensAccount 101 -Disabled $true
        (Get-PowensAccount 101).Disabled | Should -BeOfType datetime
        (Get-PowensAccount).AccountId | Should -Not -Contain '101'
        (Set-PowensAccount 101 -Disabled $false -PassThru).Disabled | Should -BeNullOrEmpty
        (Get-PowensAccount).AccountId | Should -Contain '101'
    }

    It 'reads and enables what was disabled before: <How>' -ForEach @(
        @{ How = 'by id'; Set = { Set-PowensAccount 103 -Disabled $false -PassThru } }
        @{ How = 'from the pipeline'; Set = { Get-PowensAccount -IncludeDisabled | Where-Object Disabled | Set-PowensAccount -Disabled $false -PassThru } }
    ) {
        (Get-PowensAccount 103).Disabled | Should -BeOfType datetime
        (& $Set).Disabled | Should -BeNullOrEmpty
        (Get-PowensAccount).AccountId | Should -Contain '103'
    }

    It '<_> says that there is nothing to change, before any call' -ForEach 'Set-PowensAccount 101', 'Set-PowensTransaction 1' {
        . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        $failed[0] | Should -BeLike '*Nothing to change*'
        Get-PowensRequestCount | Should -Be 0
    }
}

Describe 'An unknown id' {
    BeforeAll { $session = Connect-PowensSandbox -SyncDuration 0 }

    It '<_> is PowensNotFound with the id as target' -ForEach @(
        'Get-PowensAccount 9999', 'Get-PowensAccount -ConnectionId 9999', 'Set-PowensAccount 9999 -Name x', 'Get-PowensTransaction 9999'
        'Get-PowensTransaction -ConnectionId 9999', 'Get-PowensTransaction -TransactionId 9999', 'Set-PowensTransaction 9999 -Wording x', 'Get-PowensInvestment 9999'
        'Get-PowensSubscription 9999', 'Get-PowensDocument 9999', 'Get-PowensDocument -ConnectionId 9999', 'Save-PowensDocument 9999 $TestDrive'
    ) {
        . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue -ErrorVariable failed")) | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $failed[0].TargetObject | Should -Be '9999'
        $failed[0].Exception.RequestId | Should -BeLike 'sandbox-*'
    }
}

Describe 'Transactions' {
    BeforeAll { $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 40 }

    It 'Get-PowensTransaction lists by <How>' -ForEach @(
        @{ How = 'account'; Get = { Get-PowensTransaction 101 } }
        @{ How = '-AccountId'; Get = { Get-PowensTransaction -AccountId 101 } }
        @{ How = 'an account from the pipeline'; Get = { Get-PowensAccount 101 | Get-PowensTransaction } }
        @{ How = 'connection, of which it is the first account'; Get = { Get-PowensConnection 1 | Get-PowensTransaction | Where-Object AccountId -EQ 101 } }
        @{ How = 'nothing at all'; Get = { Get-PowensTransaction | Where-Object AccountId -EQ 101 } }
    ) {
        $items = & $Get
        $items.Count | Should -Be 40
        $items[0].Value | Should -BeOfType decimal
        $items[0].Value, $items[1].Value | Should -Be 0.10, 1234567.89
        $items.Date | Should -Be ($items.Date | Sort-Object -Descending)
        $items[0].LastUpdate.Kind | Should -Be Unspecified
    }

    It 'narrows by <What>' -ForEach @(
        @{ What = 'the first day'; With = { @{ MinDate = $middle } }; Where = { $_.Date -ge $middle } }
        @{ What = 'the last day'; With = { @{ MaxDate = $middle } }; Where = { $_.Date -le $middle } }
        @{ What = 'both'; With = { @{ MinDate = $middle.AddDays(-90); MaxDate = $middle } }; Where = { $_.Date -le $middle -and $_.Date -ge $middle.AddDays(-90) } }
        @{ What = 'the smallest value'; With = { @{ MinValue = 100 } }; Where = { $_.Value -ge 100 } }
        @{ What = 'the greatest value'; With = { @{ MaxValue = -0.10 } }; Where = { $_.Value -le -0.10 } }
        @{ What = 'a text'; With = { @{ Search = 'garage' } }; Where = { "$($_.Wording) $($_.OriginalWording)" -match 'garage' } }
        @{ What = 'when it changed'; With = { @{ UpdatedSince = (Get-Date).AddYears(1) } }; Where = { $false } }
        @{ What = 'income'; With = { @{ Income = $true } }; Where = { $_.Value -gt 0 } }
        @{ What = 'expenses'; With = { @{ Income = $false } }; Where = { $_.Value -lt 0 } }
        @{ What = 'a text within the wording'; With = { @{ Wording = 'garage' } }; Where = { $_.Wording -match 'garage' } }
        @{ What = 'a value'; With = { @{ Value = 1234567.89 } }; Where = { $_.Value -eq 1234567.89 } }
    ) {
        $all = Get-PowensTransaction 101
        $middle = $all[20].Date
        $with = & $With
        (Get-PowensTransaction 101 @with).Id | Should -Be ($all | Where-Object $Where).Id
    }

    It 'says dates as they are, whatever the zone' {
        Get-PowensTransaction 101 -MinDate ([datetime]::new(2026, 3, 29, 23, 59, 0, [DateTimeKind]::Utc)) -UpdatedSince '2026-01-01 10:30' -Verbose 4>&1 |
            Where-Object { "$_" -match 'all&filter=date&min_date=2026-03-29&last_update=2026-01-01%2010%3A30%3A00' } | Should -HaveCount 1
    }

    It 'reads one with -TransactionId' {
        $first = Get-PowensTransaction 101 | Select-Object -First 1
        (Get-PowensTransaction -TransactionId $first.TransactionId).Wording | Should -Be $first.Wording
    }

    It 'Set-PowensTransaction changes what a person may change' {
        $first = Get-PowensTransaction 101 | Select-Object -First 1
        $first | Set-PowensTransaction -Wording 'Loyer' -ApplicationDate 2026-02-01 -Category rent, office -Comment "$([char] 0xE0) voir" -Active $false | Should -BeNullOrEmpty
        $after = Get-PowensTransaction -TransactionId $first.TransactionId
        $after.Wording, $after.Comment, $after.Active | Should -Be 'Loyer', "$([char] 0xE0) voir", $false
        $after.ApplicationDate | Should -Be ([datetime] '2026-02-01')
        "$($after.Categories)" | Should -BeLike '*rent*office*'
        (Set-PowensTransaction $first.TransactionId -Comment '' -PassThru).TransactionId | Should -Be $first.TransactionId
    }

    # A user who asks for a month means the date that the table shows.
    It 'bounds the date that is shown, and the one that can be moved with -DateField' {
        $first = Get-PowensTransaction 101 | Select-Object -First 1
        $first | Set-PowensTransaction -ApplicationDate $first.Date.AddMonths(2)
        (Get-PowensTransaction 101 -MinDate $first.Date).Id | Should -Contain $first.Id
        (Get-PowensTransaction 101 -MinDate $first.Date.AddMonths(2)).Id | Should -Not -Contain $first.Id
        (Get-PowensTransaction 101 -MinDate $first.Date.AddMonths(2) -DateField ApplicationDate).Id | Should -Be $first.Id
        (Get-PowensTransaction 101 -MinDate $first.Date -MaxDate $first.Date -DateField ApplicationDate).Id | Should -Not -Contain $first.Id
    }

    It 'says where the list is not the whole: a bank that gives the last month only' {
        $connection = New-Magic 23
        $recent = $connection | Get-PowensTransaction -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
        "$warned" | Should -Match 'incomplete.*-MinDate (?<day>\d{4}-\d{2}-\d{2})'
        $day = [regex]::Match("$warned", '-MinDate (\S+?)\.$').Groups[1].Value
        $all = $connection | Get-PowensTransaction -MinDate $day -WarningVariable warned
        $all.Count | Should -BeGreaterThan $recent.Count
        $warned | Should -BeNullOrEmpty
        $null = Get-PowensTransaction 101 -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'gives what was removed with -UpdatedSince, marked, and with -Deleted or -All' {
        $null = Update-PowensConnection 1 -Force
        $since = (Get-Date).AddYears(-1)
        $removed = Get-PowensTransaction 101 -UpdatedSince $since | Where-Object IsDeleted
        @($removed).Count | Should -Be 1
        $removed.Deleted | Should -BeOfType datetime
        (Get-PowensTransaction 101 -Deleted).Id | Should -Be $removed.Id
        (Get-PowensTransaction 101 -All | Where-Object IsDeleted).Id | Should -Be $removed.Id
        (Get-PowensTransaction 101).Id | Should -Not -Contain $removed.Id
        (Get-PowensTransaction -TransactionId $removed.Id -All).IsDeleted | Should -BeTrue
    }

    It 'gives those of a disabled account with -All, and says so where they are not found' {
        (Get-PowensTransaction 103 -All).Count | Should -Be 12
        (Get-PowensAccount -IncludeDisabled | Get-PowensTransaction -All).AccountId | Should -Contain '103'
        Get-PowensTransaction 103 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*-All*disabled*'
    }

    It 'brings the account along, and has the UTC times as such' {
        $item = Get-PowensTransaction 101 -Expand account | Where-Object Datetime | Select-Object -First 1
        $item.Account.Name | Should -Be 'Compte courant'
        $item.Datetime.Kind | Should -Be Utc
        $item.Date.Kind | Should -Be Unspecified
    }

    It 'reads all of a list whose pages are shorter than asked for, without links' {
        $null = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 1200
        (New-Magic 24 | Get-PowensTransaction).Count | Should -Be 1200
        $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 40
    }

    It 'keeps what no document names' {
        $strange = New-Magic 17 | Get-PowensAccount | Select-Object -First 1 | Get-PowensTransaction
        $strange.Type | Should -Contain 'quantum_transfer'
        $strange.Count | Should -Be 40
        @($strange[0].PSObject.Properties | Where-Object MemberType -EQ NoteProperty).Count | Should -BeGreaterThan 0
    }

    It 'is an error where the list goes on <Where>, and sends no token there' -ForEach @(
        @{ Where = 'at another host'; Number = 15; Says = '*another host*' }
        @{ Where = 'where it was before'; Number = 16; Says = '*earlier page*' }
    ) {
        $connection = New-Magic $Number
        $items = $connection | Get-PowensTransaction -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidResponse,*'
        "$($failed[0])" | Should -BeLike $Says
        @($items).Count | Should -Be @($items | Select-Object Id -Unique).Count
    }
}

Describe 'The pipeline of issue 3' {
    BeforeAll { $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 2500 }

    It 'chains by property name into a CSV file' {
        $path = Join-Path $TestDrive 'spend.csv'
        $since = (Get-Date).AddMonths(-6).Date
        Get-PowensConnection | Get-PowensAccount | Get-PowensTransaction -MinDate $since | Where-Object Value -LT 0 | Export-Csv $path

        $rows = Import-Csv $path
        $rows.Count | Should -BeGreaterThan 500
        $rows | Where-Object { [decimal] $_.Value -ge 0 -or [datetime] $_.Date -lt $since } | Should -BeNullOrEmpty
        $expected = (Get-PowensAccount).AccountId | ForEach-Object { Get-PowensTransaction $_ -MinDate $since } | Where-Object Value -LT 0
        $rows.Id | Should -Be $expected.Id
    }

    It 'gives the first transaction before the last page is asked for' {
        $before = Get-PowensRequestCount
        $atFirst = $null
        $count = 0
        Get-PowensTransaction 101 | ForEach-Object {
            if ($null -eq $atFirst) { Start-Sleep -Milliseconds 300; $atFirst = (Get-PowensRequestCount) - $before }
            $count++
        }
        $count | Should -Be 2500
        # A page to read, one ahead.
        $atFirst | Should -BeLessOrEqual 2
        Get-PowensRequestCount | Should -Be ($before + 3)
    }

    It 'stops the requests with Select-Object -First' {
        $before = Get-PowensRequestCount
        (Get-PowensConnection | Get-PowensAccount | Get-PowensTransaction | Select-Object -First 3).Count | Should -Be 3
        $after = Get-PowensRequestCount
        Start-Sleep -Milliseconds 200
        Get-PowensRequestCount | Should -Be $after
        # The connections, the accounts of each, and at most two pages of four accounts side by side.
        $after - $before | Should -BeLessOrEqual 11
    }

    It 'keeps the order of the input, side by side or not' {
        $ids = '101', '102', '106', '101'
        $serial = ($ids | ForEach-Object { [pscustomobject]@{ AccountId = $_ } } | Get-PowensTransaction -ThrottleLimit 1).Id
        ($ids | ForEach-Object { [pscustomobject]@{ AccountId = $_ } } | Get-PowensTransaction -ThrottleLimit 4).Id | Should -Be $serial
    }

    It 'reads 200,000 transactions in flat memory' {
        $null = Connect-PowensSandbox -TransactionCount 200000
        $count = 0
        $early = 0
        Get-PowensTransaction 101 | ForEach-Object {
            if (++$count -eq 50000) { $early = [GC]::GetTotalMemory($true) }
        }
        $count | Should -Be 200000
        # 150,000 rows held would be some 150 MB.
        [GC]::GetTotalMemory($true) - $early | Should -BeLessThan 40MB
    }
}

Describe 'Investments, subscriptions and documents' {
    BeforeAll { $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 5 }

    It 'reads investments by <How>' -ForEach @(
        @{ How = 'nothing at all'; Get = { Get-PowensInvestment } }
        @{ How = 'account'; Get = { Get-PowensInvestment -AccountId 104 } }
        @{ How = 'an account from the pipeline'; Get = { Get-PowensAccount | Get-PowensInvestment } }
        @{ How = 'id'; Get = { Get-PowensInvestment | ForEach-Object { Get-PowensInvestment $_.InvestmentId } } }
    ) {
        $items = & $Get
        $items.Count | Should -BeGreaterThan 1
        $items.AccountId | Select-Object -Unique | Should -Be '104'
        $items[0].Valuation | Should -BeOfType decimal
        $items[0].DiffPercent | Should -BeLessOrEqual 1
    }

    It 'reads the investments of a connection, on the service' {
        (Get-PowensConnection 1 | Get-PowensInvestment).Count | Should -Be 3
        Get-PowensConnection 2 | Get-PowensInvestment | Should -BeNullOrEmpty
        Get-PowensAccount 104 | Get-PowensInvestment -Verbose 4>&1 | Where-Object { "$_" -like '*accounts/104/investments*' } | Should -HaveCount 1
    }

    It 'reads the history of an investment' {
        $values = Get-PowensInvestment | Select-Object -First 1 | Get-PowensInvestmentValue
        $values.Count | Should -Be 30
        $values[0].Unitvalue | Should -Be 95
        $values[0].Vdate | Should -BeGreaterThan $values[1].Vdate
    }

    It 'reads balances by <How>' -ForEach @(
        @{ How = 'account'; Get = { Get-PowensBalance 101 -MinDate (Get-Date).AddDays(-9) } }
        @{ How = 'an account from the pipeline'; Get = { Get-PowensAccount 101 | Get-PowensBalance -MinDate (Get-Date).AddDays(-9) } }
        @{ How = 'user'; Get = { Get-PowensBalance -MinDate (Get-Date).AddDays(-9) | Where-Object AccountId -EQ 101 } }
    ) {
        $balances = & $Get
        # Days are Paris'; around midnight there is one more or less.
        $balances.Count | Should -BeIn 9, 10, 11
        $balances[-1].Balance | Should -Be 1234567.89
        $balances[-1].CurrencyCode | Should -Be 'EUR'
        $balances[-1].Timestamp | Should -BeOfType datetime
    }

    It 'reads who holds an account, by <How>' -ForEach @(
        @{ How = 'account'; Get = { Get-PowensAccountOwner 101 } }
        @{ How = 'an account from the pipeline'; Get = { Get-PowensAccount 101 | Get-PowensAccountOwner } }
    ) {
        $owners = & $Get
        $owners.Role | Should -Be 'holder', 'attorney'
        $owners.AccountId | Select-Object -Unique | Should -Be '101'
        @(Get-PowensAccountOwner).Count | Should -BeGreaterThan 2
    }

    It 'says what to do where the domain does not tell who holds an account' {
        Set-PowensConfiguration account_ownerships.enabled $false
        Get-PowensAccountOwner -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].Exception.ProviderCode | Should -Be 'notSupported'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*enabled*support*'
        Set-PowensConfiguration account_ownerships.enabled $true
    }

    It 'reads subscriptions by <How>' -ForEach @(
        @{ How = 'nothing at all'; Get = { Get-PowensSubscription } }
        @{ How = 'connection'; Get = { Get-PowensSubscription -ConnectionId 2 } }
        @{ How = 'a connection from the pipeline'; Get = { Get-PowensConnection | Get-PowensSubscription } }
        @{ How = 'id'; Get = { Get-PowensSubscription (Get-PowensSubscription).SubscriptionId } }
    ) {
        $items = @(& $Get)
        $items.Count | Should -Be 1
        $items[0].ConnectionId | Should -Be '2'
        $items[0].SubscriptionId | Should -Be $items[0].Id
    }

    It 'lists disabled subscriptions with -IncludeDisabled' {
        @(Get-PowensSubscription -IncludeDisabled).Count | Should -Be 2
    }

    It 'reads documents by <How>' -ForEach @(
        @{ How = 'nothing at all'; Get = { Get-PowensDocument } }
        @{ How = 'subscription'; Get = { Get-PowensDocument (Get-PowensSubscription).SubscriptionId } }
        @{ How = 'a subscription from the pipeline'; Get = { Get-PowensSubscription | Get-PowensDocument } }
        @{ How = 'a connection from the pipeline'; Get = { Get-PowensConnection | Get-PowensDocument } }
    ) {
        $items = & $Get
        $items.Count | Should -Be 24
        $items[0].TotalAmount | Should -Be 119.88
        $items[0].Date | Should -BeOfType datetime
        $items[2].Duedate | Should -BeNullOrEmpty
    }

    It 'narrows documents by <What>' -ForEach @(
        @{ What = 'kind'; With = { @{ DocumentType = 4 } }; Where = { $_.IdType -eq '4' }; Count = 2 }
        @{ What = 'the first day'; With = { @{ MinDate = $all[3].Date } }; Where = { $_.Date -ge $all[3].Date }; Count = 4 }
        @{ What = 'the last day'; With = { @{ MaxDate = $all[20].Date } }; Where = { $_.Date -le $all[20].Date }; Count = 4 }
        @{ What = 'the smallest amount'; With = { @{ MinAmount = 140 } }; Where = { $_.TotalAmount -ge 140 }; Count = 3 }
        @{ What = 'the greatest amount'; With = { @{ MaxAmount = 120 } }; Where = { $_.TotalAmount -le 120 }; Count = 1 }
    ) {
        $all = Get-PowensDocument
        $with = & $With
        $some = @(Get-PowensDocument @with)
        $some.Count | Should -Be $Count
        $some.Id | Should -Be ($all | Where-Object $Where).Id
    }

    It 'reads the documents of a transaction, and brings them along with it' {
        $first = Get-PowensTransaction 101 -Expand documents | Select-Object -First 1
        ($first | Get-PowensDocument).Id | Should -Be (Get-PowensDocument | Select-Object -First 1).Id
        $first.Documents.Id | Should -Be ($first | Get-PowensDocument).Id
        Get-PowensTransaction 102 | Select-Object -First 1 | Get-PowensDocument | Should -BeNullOrEmpty
    }
}

Describe 'Save-PowensDocument' {
    BeforeAll {
        $session = Connect-PowensSandbox -SyncDuration 0
        $documents = Get-PowensDocument | Select-Object -First 3
        $id = $documents[0].DocumentId
    }

    BeforeEach { $folder = (New-Item -ItemType Directory "TestDrive:/$(New-Guid)").FullName }

    It 'saves into a folder, under the name that the service suggests' {
        $file = $documents[0] | Save-PowensDocument -Path $folder
        $file | Should -BeOfType IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder "facture-$id.pdf")
        Get-Content $file -TotalCount 1 | Should -BeLike '%PDF*'
    }

    It 'saves what is piped in, in order' {
        (Get-PowensSubscription | Get-PowensDocument | Select-Object -First 3 | Save-PowensDocument -Path $folder).Name | Should -Be ($documents.DocumentId | ForEach-Object { "facture-$_.pdf" })
    }

    It 'saves under a name that is given, on any drive of the engine' {
        $drive = "TestDrive:/$(Split-Path $folder -Leaf)/given.pdf"
        (Save-PowensDocument $id $drive).Name | Should -Be 'given.pdf'
        Test-Path $drive | Should -BeTrue
    }

    It 'replaces a file with -Force only' {
        $path = Join-Path $folder 'taken.pdf'
        Set-Content $path 'mine' -NoNewline
        Save-PowensDocument $id $path -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensFileError,*'
        $failed[0] | Should -BeLike '*-Force*'
        Get-Content $path | Should -Be 'mine'

        $null = Save-PowensDocument $id $path -Force
        Get-Content $path -TotalCount 1 | Should -BeLike '%PDF*'
        Get-ChildItem $folder -Force | Should -HaveCount 1
    }

    It 'adds the id to a name that it has just written, with -Force too' {
        $server = Start-PowensServer @{ Body = '%PDF'; Type = 'application/pdf'; Header = @{ 'Content-Disposition' = 'attachment; filename="facture.pdf"' } }
        try {
            $same = Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token') -PassThru
            $one, $two, $three = 1..3 | ForEach-Object { [pscustomobject]@{ DocumentId = $_ } }
            ($one, $two, $three | Save-PowensDocument -Path $folder -Force -Session $same).Name | Should -Be 'facture.pdf', 'facture (2).pdf', 'facture (3).pdf'
            ($one, $two, $one | Save-PowensDocument -Path (Join-Path $folder 'one.pdf') -Force -Session $same).Name | Should -Be 'one.pdf', 'one (2).pdf', 'one.pdf'
            Get-ChildItem $folder | Should -HaveCount 5
        }
        finally {
            Stop-Server $server
            $null = Connect-PowensSandbox -SyncDuration 0
        }
    }

    It 'says that the folder is missing before any call' {
        $before = Get-PowensRequestCount
        Save-PowensDocument $id (Join-Path $folder 'no/such/file.pdf') -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        $failed[0] | Should -BeLike '*does not exist*'
        Get-PowensRequestCount | Should -Be $before
    }

    It 'leaves nothing behind where the document is unknown' {
        Save-PowensDocument 9999 $folder -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'is nobody else''s to read' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no file modes' }
        if ($env:COMPANYDATA_VARIANT -eq 'netstandard2.0') { Set-ItResult -Skipped -Because 'netstandard2.0 cannot set a file mode; Windows PowerShell has none' }
        (Get-Item (Save-PowensDocument $id $folder)).UnixMode | Should -Be '-rw-------'
    }

    It 'reads a document''s own address on the session''s host, and sends the token to no other' {
        $server = Start-PowensServer @{ Body = '%PDF'; Type = 'application/pdf' }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            $null = [pscustomobject]@{ DocumentId = 1; Url = "$($server.Uri)own/1.pdf" } | Save-PowensDocument -Path $folder
            $null = [pscustomobject]@{ DocumentId = 2; Url = 'https://elsewhere.example.test/2.pdf' } | Save-PowensDocument -Path $folder
            $server.Requests.Path | Should -Be '/own/1.pdf', '/users/me/documents/2/file'
        }
        finally {
            Stop-Server $server
            $null = Connect-PowensSandbox -SyncDuration 0
        }
    }

    It 'cannot be led out of the folder by the name that the service suggests' {
        $server = Start-PowensServer @{ Body = 'evil'; Header = @{ 'Content-Disposition' = 'attachment; filename="../../evil.txt"' } }
        try {
            $evil = Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token') -PassThru
            (Save-PowensDocument 1 $folder -Session $evil).FullName | Should -Be (Join-Path $folder 'evil.txt')
        }
        finally {
            Stop-Server $server
        }
    }
}
