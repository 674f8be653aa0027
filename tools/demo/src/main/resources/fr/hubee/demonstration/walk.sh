hubee=@address@
first() { grep -o "\"$1\": *\"[^\"]*" | head -n 1 | sed 's/.*"//'; }
token() { curl -s -u "$1" -d "grant_type=client_credentials&scope=$2" "$hubee/oauth2/token" | first access_token; }

# 1. The transmitter (OSL) opens a folder for the town hall, announcing one attachment
osl="Authorization: Bearer $(token '@oslId@:@oslSecret@' OSL)"
number=DILA-EtatC-$(date +%s)
printf '<demande><acte>naissance</acte></demande>\n' > /tmp/hubee-demande.xml
size=$(wc -c < /tmp/hubee-demande.xml | tr -d ' ')
folder=$(curl -s -H "$osl" -H 'Content-Type: application/json' "$hubee/teledossiers/v1/folders" -d '{
  "externalId": "'"$number"'", "processCode": "@process@",
  "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": "camille@usager.example"},
  "cases": [{"externalId": "'"$number-01"'",
             "recipient": {"type": "@siType@", "companyRegister": "@siRegister@", "branchCode": "@siBranch@"}}],
  "attachments": [{"fileName": "demande.xml", "type": "ActeEtatCivil-XML", "mimeType": "application/xml",
                   "size": '"$size"', "recipients": ["'"$number-01"'"]}]}')
echo "$folder"
folderId=$(echo "$folder" | first id)
attachmentId=$(echo "$folder" | sed 's/.*"attachments": *\[//' | first id)

# 2. It sends the bytes, then says that the folder is complete: the town hall is notified
curl -s -i -H "$osl" -H 'Content-Type: application/octet-stream' -T /tmp/hubee-demande.xml "$hubee/teledossiers/v1/folders/$folderId/attachments/$attachmentId"
curl -s -i -H "$osl" -H 'Content-Type: application/json' -X PATCH -d '{"globalStatus": "HUBEE_COMPLETED"}' "$hubee/teledossiers/v1/folders/$folderId"

# 3. The town hall's software (SI) looks at what waits for it, and fetches the case and its attachment
si="Authorization: Bearer $(token '@siId@:@siSecret@' SI)"
waiting=$(curl -s -H "$si" "$hubee/teledossiers/v1/notifications?eventDetails=true")
echo "$waiting"
notificationId=$(echo "$waiting" | first id)
caseId=$(echo "$waiting" | first caseId)
curl -s -H "$si" "$hubee/teledossiers/v1/cases/$caseId" | tee /tmp/hubee-case.json; echo
attachmentId=$(sed 's/.*"attachments": *\[//' /tmp/hubee-case.json | first id)
curl -s -i -H "$si" "$hubee/teledossiers/v1/cases/$caseId/attachments/$attachmentId"

# 4. It ends the case, and takes the notification out of its queue
curl -s -H "$si" -H 'Content-Type: application/json' "$hubee/teledossiers/v1/cases/$caseId/events" -d '{
  "actionType": "STATUS_UPDATE", "notification": true, "author": "Mairie", "caseNewStatus": "DONE"}'; echo
curl -s -i -H "$si" -X DELETE "$hubee/teledossiers/v1/notifications/$notificationId"
