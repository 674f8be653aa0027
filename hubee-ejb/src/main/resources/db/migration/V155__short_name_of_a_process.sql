-- what the agents call a démarche; the release before leaves the column alone
alter table process add short_name varchar(20);

update process set short_name = 'AEC' where code in ('EtatCivil');
update process set short_name = 'RCO' where code in ('recensementCitoyen');
update process set short_name = 'DHTOUR' where code in ('HebergementTourisme');
update process set short_name = 'DDPACS' where code in ('depotDossierPACS');
update process set short_name = 'JCC' where code in ('JeChangeDeCoordonnees');
update process set short_name = 'CertDc' where code in ('CERTDC');
