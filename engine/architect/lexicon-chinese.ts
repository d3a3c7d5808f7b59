// Chinese has no spaces: the longest entry that fits is taken. "词=english", by spaces; "_" stands for a space.

export const chinese =
  "应用程序=app 应用=app 网站=website 平台=platform 系统=system 管理=manage 跟踪=track 追踪=track 记录=record 创建=create 查看=view 浏览=browse 预订=book 和=and 与=and 及=and 以及=and 或=or 、=, ，=, 。=. 包括=including 包含=including 带有=with 每个=each 有=has 一个=a 的=of " +
  "库存管理=inventory_management 库存=inventory 仓库=warehouses 产品=products 商品=products 供应商=suppliers 库存变动=stock_movements 出入库=stock_movements 客户=customers 顾客=customers 订单=orders 发票=invoices 付款=payments 任务=tasks 待办事项=tasks 项目=projects 员工=employees 部门=departments 病人=patients 患者=patients 医生=doctors 预约=appointments 病历=medical_records " +
  "食谱=recipes 菜谱=recipes 食材=ingredients 图书馆=library 图书=books 书籍=books 书=books 作者=authors 借阅=loans 课程=courses 学生=students 老师=teachers 教师=teachers 班级=classes 作业=assignments 成绩=grades 活动=events 门票=tickets 餐厅=restaurant 菜单=menu_items 餐桌=tables 预定=reservations 酒店=hotel 房间=rooms 客人=guests 车辆=vehicles 汽车=cars 司机=drivers 宠物=pets " +
  "支出=expenses 费用=expenses 收入=income 预算=budgets 分类=categories 类别=categories 评论=comments 文章=articles 新闻=news 博客=blog 帖子=posts 论坛=forum 球队=teams 团队=teams 球员=players 比赛=matches 房产=properties 房源=properties 租客=tenants 会员=members 旅行=trips 歌曲=songs 股票=stocks " +
  "姓名=name 名称=name 名字=name 电子邮件=email 邮箱=email 电话=phone 地址=address 日期=date 截止日期=due_date 价格=price 数量=quantity 描述=description 标题=title 状态=status 优先级=priority 备注=notes 照片=photo 图片=image 年龄=age 工资=salary 商店=shop 诊所=clinic 医院=hospital 学校=school 健身房=gym";
