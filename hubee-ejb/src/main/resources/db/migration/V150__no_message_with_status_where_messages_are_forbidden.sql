-- Where a démarche forbids messages, a change of status carries none either; the catalogue said otherwise for these.
update process set message_with_status = false where code in ('CERTDC', 'RSABEI-RSABAI', 'RSABEM-RSABAM', 'RSABEX-RSABAX', 'RSAFIM', 'RSAFIX', 'RSACTM', 'IRSACG-IRSDCG',
    'MSABEI', 'MSABEM', 'MSABEX', 'MSAFIM', 'GRO', 'SGR', 'DSG', 'ContactsAllocataires-BRSA', 'CAF-contact', 'RSA',
    'FormulaireQF', 'ProactiviteCnousBoursiers');
