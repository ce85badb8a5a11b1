"""Words for people, bodies and events that mean two things: what is told of each, or that nothing is."""

from __future__ import annotations

import pytest

from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.stub import write_english
from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all

#: It tells nothing, and makes an article of a single sentence.
REST = "يمتد الكلام هنا قليلا حتى يبدو مقالا كاملا لا سطرا واحدا، وفيه كلمات لا شأن لها بشيء مما سبق."

#: A sentence | what stands in what is told of it, "" if nothing is told.
ROWS = """
استقال رئيس الجامعة التونسية لكرة القدم. | the head of the Tunisian Football Federation resigned.
التقى الوزير غير الناطقين بالعربية. |
عقدت وزارة العمل لقاء مع الباحثين عن عمل. | the Labour Ministry held a meeting with the job seekers.
أعلن الأساتذة في المغرب الإضراب. |
التقى الوزير أساتذة التعليم الثانوي. | the minister met the teachers of secondary education.
زار وفد مؤلف من خمسة وزراء دمشق. |
شكلت الوزارة لجنة مؤلفة من خمسة خبراء. |
وصل مدربون عسكريون أميركيون إلى العراق. | US military instructors arrived in Iraq.
التقى الوزير مدربين ومتدربين في المعهد. | the minister met trainers and trainees.
نقلت فرق الإسعاف المرأة إلى المستشفى. |
دعا الملك إلى ترسيخ قيم المواطنة. |
اعتقلت الشرطة مواطنة سعودية. | the police arrested a Saudi woman citizen.
أعلن الرئيس إغلاق المعتقل. |
انتقد المتشددون الإيرانيون الاتفاق. | The Iranian hardliners criticised the agreement.
استقبل الوزير ذوي الأمراض المزمنة. |
استقبل الوزير ذوي المفقودين. | the minister received families of the missing.
قال الحاج إن الحكومة قررت زيادة الأجور. |
أدت العاصفة إلى انهيار أسقف عشرة منازل. |
قتلت طالبان المترجم الأفغاني. | the Taliban killed an Afghan interpreter.
قتل الجيش صبية في جنين. |
فاز الضيوف على الهلال في الدوري السعودي. | the visitors beat Al-Hilal in the Saudi league.
استقبل الرئيس الضيوف في القصر. | the president received the guests in the palace.
تبرع شاب سعودي بكلية لوالده. |
افتتح الأمير كلية في الرياض. | a prince opened a college in Riyadh.
طالبت جبهة البوليساريو بتقرير المصير. | The Polisario Front called for self-determination.
تعادل الداخلية مع الأهلي في الدوري المصري. |
هزم حرس الحدود الزمالك في الدوري المصري. | Haras El Hodoud
أوقف حرس الحدود عشرة مهربين. | the border guards detained 10 smugglers.
أعلنت الشرطة اعتقال متهمين في دبي. | The police announced the arrest of suspects in Dubai.
بحث الوزير انتشار الجيش في الجنوب. | the minister discussed the deployment of the army in the south.
أعلن الوزير انتشار الفيروس في المدارس. | The minister announced the spread of the virus.
نفى الجيش تنفيذ هجمات في المدينة. | The army denied attacks in the city.
دعا الرئيس إلى تنفيذ الاتفاق. | The president called for the implementation of the agreement.
انتقد الرئيس تراجع الحكومة عن القرار. |
بحث الوزير تزوير الانتخابات. | the minister discussed the rigging of the elections.
نفى الوزير تزوير العملة. | The minister denied the forgery of the currency.
أعلنت الشركة إعفاء المدير العام من منصبه. | A company announced the dismissal of the director general.
حذر الخبراء من تسرب الطلاب من المدارس. |
حذر الخبراء من تسرب النفط. | Experts warned of the leak of oil.
أكد الوزير اعتراض الحكومة على القرار. |
دعت الأمم المتحدة إلى الوصول إلى المعلومات. | The United Nations called for access to information.
أعلن الهلال التعاقد مع اللاعب نيمار في الدوري. | Al-Hilal announced the signing of player Neymar.
أعلنت الوزارة التعاقد مع شركة فرنسية. | A ministry announced the contracting of a French company.
بحث المجلس دمج البنكين. | a council discussed the merger of the two banks.
بحث المجلس دمج المقاتلين في الجيش. |
بحث الوزير إعدام الدواجن. |
بحث الوزير إعدام السجناء. | the minister discussed the execution of the prisoners.
أعلن الوزير تدهور الأوضاع. | The minister announced the deterioration of the situation.
أعلن الوزير تدهور شاحنة. |
ناقش المجلس تعديل موعد المباراة. | a council discussed the change of the date of the match.
ناقش المجلس تعديل الدستور. | a council discussed the amendment of the constitution.
كرمت هيئة الطرق المتعاملين. |
اشترى المتعاملون أسهم الشركة. | dealers bought the shares of the company.
أعلن المدير المالي محمد القاضي زيادة الإنتاج. وقال القاضي إن الحكومة قررت زيادة الأجور. |
قال القاضي إن الحكومة قررت زيادة الأجور. | A judge said that the government decided to increase the wages.
أكد أديب دعم الحكومة للجيش. |
هاجم الشباب قاعدة عسكرية في الصومال. |
اعتقلت السلطات رجل الدين الشيعي. | the authorities arrested a Shia cleric.
بحث الوزير محاولة الاغتيال. | the minister discussed the assassination attempt.
أعلن الوزير صفقة الأسلحة. | The minister announced the arms deal.
أعلن زعيم حزب العمال استقالته. |
عقد مجلس الأمن جلسة طارئة. | the UN Security Council held an emergency session.
أعلن الوزير انطلاق الدراسة في الجامعات. | The minister announced the start of classes.
أظهرت الدراسة أن السكر يسبب السمنة. | A study showed that sugar causes obesity.
أطلقت السعودية مبادرة لتمكين المرأة. | Saudi Arabia launched an initiative to empower women.
دعت النقابة إلى إضراب الأساتذة. |
رفضت المعارضة نتائج الانتخابات. | The opposition rejected election results.
نظمت الجامعة الأميركية حفل التخرج. | the American University organised the graduation ceremony.
قالت المؤسسة العسكرية إن الانتخابات ستجرى في موعدها. | The military said that the elections will take place.
أعلنت البعثة اكتشاف مقبرة. | A mission announced the discovery of a tomb.
بحث الوزير مقاومة المضادات الحيوية. |
أعلن الوزير معارضة الاتفاق. |
أشادت الوزارة ببطولات الجنود. |
أعلن رئيس هيئة قناة السويس زيادة الرسوم. | The head of the Suez Canal Authority announced an increase in fees.
أعلنت الوزارة توظيف ألف أستاذ. |
استقبل الوزير متعاملين اقتصاديين. | the minister received economic operators.
أعلن الإطار التنسيقي العراقي ترشيح السوداني. |
أعلنت الشركة الاستحواذ على منافستها. |
أعلنت لجان المقاومة رفض التسوية. | The Resistance Committees announced the rejection of the settlement.
كرم الوزير أساتذة الجامعة. | the minister honoured the professors of the university.
أعلنت الشرطة فتح تحقيق في الحادث. | The police announced the opening of an investigation into the incident.
اتهم المدعي العام للمحكمة الجنائية الدولية القائد بالقتل. |
أعلن المدعي العام فتح تحقيق. | A prosecutor announced the opening of an investigation.
وافقت إدارة الغذاء والدواء الأمريكية على اللقاح. | The US Food and Drug Administration approved the vaccine.
أقر مجلس الشورى الإسلامي القانون. | The Iranian parliament approved the law.
رفض مجلس الشورى الإيراني القرار. | The Iranian parliament rejected the decision.
أكد مولود دعم الحكومة للجيش. |
بحث الوزير سداد الرسوم. |
حذر خبير اقتصادي من غلاء الأسعار. | An economist warned of high prices.
حذر الوزير من الغلاء. | The minister warned of high prices.
أعلن المجلس إعفاء السفير. |
أعلنت الوزارة إعفاء السلع من الضرائب. | A ministry announced the exemption of goods from the taxes.
بحثت اللجنة شطب المرشحين. | a committee discussed the removal of the candidates.
حذر الأطباء من ضربة الشمس. |
بحث الأطباء علاج الجفاف. |
أعلنت الدولة مكافحة الجفاف. | The state announced the fight against the drought.
أعلن تويتر توثيق الحسابات. | Twitter announced the verification of accounts.
قررت النيابة تجديد حبس المتهم. | the prosecution decided to renew the detention of the defendant.
تفقد الوزير لجان الثانوية العامة. |
قدمت الدولة الدعم للمزارعين. | the state provided
أعلن الحزب الشعبي فوزه. | The People's Party announced its win.
أعلن الرئيس المؤقت رفض القرار. | The interim president announced the rejection of the decision.
استعان النادي بالحكام الأجانب. |
أعلن الحزب الديمقراطي الكردستاني فوزه. | The Kurdistan Democratic Party announced its win.
انتقد رئيس الحكومة مجلس الأمن الروسي. | criticised the Russian Security Council.
انتقد رئيس الحكومة مجلس الدولة. | criticised the State Council.
انتقد رئيس الحكومة منظمة الأرصاد العالمية. | criticised the World Meteorological Organization.
انتقد رئيس الحكومة المحكمة الأوروبية لحقوق الإنسان. | criticised the European Court of Human Rights.
انتقد رئيس الحكومة لجنة الصليب الأحمر. | criticised the International Committee of the Red Cross.
انتقد رئيس الحكومة الجيش الوطني الشعبي. | criticised the People's National Army.
انتقد رئيس الحكومة مستشفى الملك فيصل. | criticised King Faisal Hospital.
انتقد رئيس الحكومة مستشفى الملك. |
انتقد رئيس الحكومة ولاية سيناء. | criticised Sinai Province.
انتقد رئيس الحكومة حزب العمال. |
انتقد رئيس الحكومة طيران الجزيرة. | criticised Jazeera Airways.
انتقد رئيس الحكومة اتفاق ستوكهولم. | criticised the Stockholm Agreement.
انتقد رئيس الحكومة معاهدة لوزان. | criticised the Treaty of Lausanne.
انتقد رئيس الحكومة كأس السوبر المصري. | criticised the Egyptian Super Cup.
انتقد رئيس الحكومة جائزة الأسد الذهبي. | criticised the Golden Lion.
انتقد رئيس الحكومة مهرجان برلين السينمائي. | criticised the Berlin film festival.
تبنى مجلس الأمن قرارا. | adopted a resolution
رفضت الجزائر القرار الأممي. | the UN resolution
أصدر الوزير قرارا. |
قال المتحدث باسم الخارجية الأميركية إن الحكومة رفضت القرار. | The spokesman for the US State Department
قال المتحدث باسم الحكومة الألمانية إن الحكومة رفضت القرار. | The spokesman for the German government
قال رئيس مدينة الأقصر إن الحكومة رفضت القرار. | The mayor of Luxor
قال رئيس حكومة الوحدة الوطنية إن الحكومة رفضت القرار. | The head of the national unity government
قال عضو البرلمان الأوروبي إن الحكومة رفضت القرار. | The member of the European Parliament
منعت طالبان الفتيات من الجامعة. | the Taliban banned girls from the university.
أعلنت كلية الزراعة نتائج الدراسة. | The college of agriculture announced the results of the study.
أعلنت الوزارة التنقيب عن الآثار. | A ministry announced the excavation for antiquities.
بحث الوزير التنقيب عن النفط والآثار البيئية. | the minister discussed the exploration for oil.
ناقش الوزير محاولات الاغتيال. | the minister discussed the assassination attempts.
ناقش الوزير حظر النفط. | the minister discussed the oil embargo.
ناقش الوزير غرق الشوارع. | the minister discussed the flooding of the streets.
ناقش الوزير غرق الأطفال. | the minister discussed the drowning of the children.
"""


def _told(text: str) -> str:
    lexicon, _ = parse_lexicon({})
    raw = RawArticle("a", "a.txt", ("", "", text, "", REST), Meta(date="2021-07-20"), "")
    reading = analyze(raw, Corrections(), lexicon)
    english = write_english(reading, reading.dating, resolve_all(reading, reading.dating), lexicon)
    return " ".join(s.text.removeprefix("The article says ") for s in english.sentences if s.layer == "facts")


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_what_is_told(row: str) -> None:
    text, _, wanted = row.partition(" |")
    told = _told(text)
    assert wanted.strip() in told if wanted else not told
