-- Software may send a message with a change of status in each démarche of the catalogue: V150 forbade it in these.
update process set message_with_status = true where code in ('CERTDC', 'RSABEI-RSABAI', 'RSABEM-RSABAM', 'RSABEX-RSABAX', 'RSAFIM', 'RSAFIX', 'RSACTM', 'IRSACG-IRSDCG',
    'MSABEI', 'MSABEM', 'MSABEX', 'MSAFIM', 'GRO', 'SGR', 'DSG', 'ContactsAllocataires-BRSA', 'CAF-contact', 'RSA',
    'FormulaireQF', 'ProactiviteCnousBoursiers');
