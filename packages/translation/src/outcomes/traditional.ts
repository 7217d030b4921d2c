// Single letters only, the commoner ones of work and trade; a rarer one passes unchanged.
const traditional =
  '機檢測維護設備員師傅務資訊廠產業質量電氣動車輛銲鍛鑄鑽銑鋼鐵銅鋁鋅錫鎖鏈鍵鍋鏡針釘鉗鋸錯誤範圍緊圖紙樣驗試調節編製訂單據證號貨倉儲庫裝卸運輸揀發單帳賬戶稅務財會計算報銷購買賣銷售網絡應對覺認識別學習練訓導帶領'
const simplified =
  '机检测维护设备员师傅务资讯厂产业质量电气动车辆焊锻铸钻铣钢铁铜铝锌锡锁链键锅镜针钉钳锯错误范围紧图纸样验试调节编制订单据证号货仓储库装卸运输拣发单账账户税务财会计算报销购买卖销售网络应对觉认识别学习练训导带领'
const more =
  '與將為無從開關閉門間時後們這個給讓說話語讀寫記錄確認準備線纜頭體類別層總結構樓牆築護屬獨輕轉彎圓徑點數據庫處複雜檔釋責職歲歷經驗獎補貼費險餐養老齡嬰兒護廚師麵湯鹽醬魚雞鴨豬飯燒熱燙煉鍊繪繡縫織紗絲纖維盤區區劑藥液壓閥門損壞壓縮啟斷續'
const less =
  '与将为无从开关闭门间时后们这个给让说话语读写记录确认准备线缆头体类别层总结构楼墙筑护属独轻转弯圆径点数据库处复杂档释责职岁历经验奖补贴费险餐养老龄婴儿护厨师面汤盐酱鱼鸡鸭猪饭烧热烫炼链绘绣缝织纱丝纤维盘区区剂药液压阀门损坏压缩启断续'

const table = new Map<string, string>()
for (const [from, to] of [
  [traditional, simplified],
  [more, less],
] as const) {
  const target = [...to]
  for (const [i, letter] of [...from].entries()) if (letter !== target[i] && target[i]) table.set(letter, target[i])
}

/** The simplified form of single Chinese letters, for matching; the original is what people are shown. */
export function toSimplified(text: string): string {
  if (text.length === 1) return table.get(text) ?? text
  return [...text].map((letter) => table.get(letter) ?? letter).join('')
}
