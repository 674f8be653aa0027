-- When a person last proved a second factor in this session; null when she did not.

alter table person_session add column second_factor_at timestamptz;

update person_session set second_factor_at = opened_at where method in ('PASSWORD_AND_MAIL_CODE', 'PASSWORD_AND_TOTP');
