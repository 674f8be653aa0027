-- what the agents call a démarche, and how the portal shows its name; the release before leaves the columns alone
alter table process add short_name varchar(20);
alter table process add title varchar(300) not null generated always as (name || coalesce(' (' || short_name || ')', '')) stored;

update process set short_name = known.short_name
from (values ('EtatCivil', 'AEC'), ('recensementCitoyen', 'RCO'), ('HebergementTourisme', 'DHTOUR'), ('depotDossierPACS', 'DDPACS'),
    ('JeChangeDeCoordonnees', 'JCC'), ('CERTDC', 'CertDc')) known (code, short_name)
where process.code = known.code;
